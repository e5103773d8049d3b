/** Opens a foreign file: what it is made of (JSON, YAML, or something else), and its tree where there is one. */
import { placeOf, readYaml, type YamlRead } from '../shapes/index.js';
import { ForeignValue } from './foreign-value.js';
import { LIMITS } from './limits.js';
import type { Problems } from './problems.js';
import { readJson } from './read-json.js';

export interface ForeignFile {
  /** Without its folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly syntax: 'json' | 'yaml' | 'xml' | 'zip' | 'unknown';
  /** Of JSON and YAML, as far as it could be read. */
  readonly root: ForeignValue | undefined;
}

/** @param file name before the paths, where a model has several files */
export function openFile(name: string, bytes: Uint8Array, problems: Problems, file = ''): ForeignFile {
  const none = (syntax: ForeignFile['syntax'], message?: string): ForeignFile => {
    if (message !== undefined) problems.add(file, message);
    return { name, bytes, syntax, root: undefined };
  };
  if (bytes.length > LIMITS.fileBytes)
    return none('unknown', `The file has more than ${LIMITS.fileBytes} bytes, which is more than is read.`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return none('zip');
  const text = decoded(bytes);
  if (text === undefined) return none('unknown', 'This is no UTF-8 text. Save the model as UTF-8.');
  const start = text.trimStart().slice(0, 1);
  if (start === '') return none('unknown', 'The file is empty.');
  if (start === '<') return none('xml');
  const syntax = start === '{' || start === '[' ? 'json' : 'yaml';
  const read = readTree(text, syntax, name);
  for (const { at, message } of read.problems) problems.add(placeIn(text, at, file), message);
  return { name, bytes, syntax, root: read.tree && ForeignValue.root(read.tree, problems, file) };
}

/** Braces also begin YAML, so a file that calls itself YAML gets a second try. */
function readTree(text: string, syntax: 'json' | 'yaml', name: string): YamlRead {
  if (syntax === 'yaml') return readYaml(text);
  const read = readJson(text);
  return read.tree || !/\.ya?ml$/i.test(name) ? read : readYaml(text);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Where a file cannot be read there is no path yet, so line and column stand in for it. */
function placeIn(text: string, offset: number, file: string): string {
  const { line, column } = placeOf({ source: { path: file, text }, offset });
  return `${file === '' ? '' : `${file}:`}${line}:${column}`;
}
