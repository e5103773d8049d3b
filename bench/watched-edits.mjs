/** How long `medward check --watch` takes to answer an edit: from the moment when the file is written to its line. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a busy machine may need, and no machine that still works. */
const PATIENCE_MS = 120_000;

/**
 * @param {string} program
 * @param {string} project
 * @param {number} count
 * @returns {Promise<readonly number[]>} seconds; a first edit, at which the engine still learns, is not counted
 */
export async function timesOfEdits(program, project, count) {
  const file = fileToEdit(project);
  const text = readFileSync(file, 'utf8');
  const child = spawn(process.execPath, [program, 'check', '--watch', '--project', project], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = heard(child.stderr);
  try {
    await said(/Ctrl-C ends/);
    const seconds = [];
    for (let edit = 0; edit <= count; edit++) {
      const start = performance.now();
      writeFileSync(file, edit % 2 === 0 ? text.replace('level: s', 'level: x') : text);
      await said(/^changed .*\n/m);
      seconds.push((performance.now() - start) / 1000);
    }
    return seconds.slice(1);
  } finally {
    child.kill('SIGINT');
    writeFileSync(file, text);
  }
}

/** @param {string} project */
function fileToEdit(project) {
  const files = readdirSync(path.join(project, 'records'), { recursive: true, withFileTypes: true });
  const found = files.find(({ name }) => /^(part-3\.md|requirements\.yaml|SRS-.*\.md)$/.test(name));
  if (!found) throw new Error(`${project} has no file of requirements.`);
  return path.join(found.parentPath, found.name);
}

/**
 * @param {import('node:stream').Readable} stream
 * @returns {(pattern: RegExp) => Promise<void>} waits for words; what stands before their end is forgotten
 */
function heard(stream) {
  let text = '';
  let look = () => {};
  stream.on('data', (chunk) => {
    text += String(chunk);
    look();
  });
  return (pattern) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Nothing like ${pattern} was said, but: ${text}`)), PATIENCE_MS);
      look = () => {
        const found = pattern.exec(text);
        if (!found) return;
        text = text.slice(found.index + found[0].length);
        clearTimeout(timer);
        look = () => {};
        resolve();
      };
      look();
    });
}
