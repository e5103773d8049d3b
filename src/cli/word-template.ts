/** Finds the company's Word template in the project: `documents/template.docx`, or the one that is named. */
import { createHash } from 'node:crypto';
import { openWordTemplate, type TemplateProblem, type WordTemplate } from '../publish/index.js';
import { shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import type { Session } from './session.js';

const USUAL = 'documents/template.docx';

export interface UsedWordTemplate {
  readonly template: WordTemplate;
  readonly hash: string;
}

export interface WordTemplateFound {
  readonly used?: UsedWordTemplate;
  readonly problems: readonly TemplateProblem[];
}

/** @throws OptionError if the named file is none of the project */
export async function findWordTemplate(call: Call, { project }: Session): Promise<WordTemplateFound> {
  const named = call.value('word-template');
  const path = (named ?? USUAL).replaceAll('\\', '/').replace(/^\.\//, '');
  const read = project.tree.readBytes(path);
  if (!read.ok && read.reason === 'not-there') {
    if (named === undefined) return { problems: [] };
    throw new OptionError(
      `There is no file ${shown(path)} in the project.`,
      'Put the Word template into the project, and name it by its path there.',
    );
  }
  if (!read.ok) return { problems: [problemOf(path, 'It cannot be read, or is larger than 5 MiB.')] };
  const template = await openWordTemplate(read.bytes);
  if (typeof template === 'string') return { problems: [problemOf(path, template)] };
  return { used: { template, hash: createHash('sha256').update(read.bytes).digest('hex') }, problems: [] };
}

function problemOf(file: string, message: string): TemplateProblem {
  return { file, line: 1, column: 1, message: `The Word template cannot be used. ${message}` };
}
