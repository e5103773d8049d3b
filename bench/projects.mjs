/** Writes projects of any size: requirements, tests and units with one and a half links each, in three forms. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {'file-each' | 'markdown-100' | 'yaml-lists'} Form */
/** @typedef {{ kind: string, plural: string, id: string, fields: Record<string, string | string[]>, text: string }} Draft */

/** @type {readonly Form[]} */
export const FORMS = ['file-each', 'markdown-100', 'yaml-lists'];

const SETTINGS = `medward: 1
device: { name: Bench, version: 1.0.0, markets: [eu] }
profile: { purpose: other, essential-performance: no, exposure: [public-network], command-path: in }
software:
  - { id: SW-1, name: Software, form: standalone, class: B, class-reason: A malfunction leads to harm that is not serious. }
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
`;

/**
 * @param {string} folder empty
 * @param {Form} form
 * @param {number} count
 */
export function writeProject(folder, form, count) {
  const write = writerTo(folder);
  write('medward.yaml', SETTINGS);
  const records = Array.from({ length: count }, (_, index) => draft(index));
  if (form === 'file-each') for (const record of records) write(fileOf(record), asFile(record));
  if (form === 'markdown-100') {
    for (let from = 0; from < count; from += 100) {
      write(
        `records/part-${from / 100}.md`,
        records
          .slice(from, from + 100)
          .map(asSection)
          .join('\n'),
      );
    }
  }
  if (form === 'yaml-lists') {
    for (const plural of new Set(records.map((record) => record.plural))) {
      const items = records.filter((record) => record.plural === plural).map(asItem);
      write(`records/${plural}.yaml`, `${plural}:\n${items.join('')}`);
    }
  }
}

/**
 * @param {string} folder
 * @returns {(name: string, text: string) => void}
 */
function writerTo(folder) {
  const made = new Set();
  return (name, text) => {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
  };
}

/**
 * Four records that belong together, again and again: a system requirement, a software requirement, their test and the
 * unit that realises them.
 * @param {number} index
 * @returns {Draft}
 */
function draft(index) {
  const id = (/** @type {string} */ prefix, /** @type {number} */ back) =>
    `${prefix}-${String(index - back).padStart(6, '0')}`;
  const text = `The software shall do thing ${index} within its limits and say so.`;
  switch (index % 4) {
    case 0: {
      const fields = { level: 'system', title: `System requirement ${index}` };
      return { kind: 'requirement', plural: 'requirements', id: id('SYS', 0), fields, text };
    }
    case 1: {
      const fields = { level: 'software', title: `Software requirement ${index}`, satisfies: [id('SYS', 1)] };
      return { kind: 'requirement', plural: 'requirements', id: id('SRS', 0), fields, text };
    }
    case 2: {
      const verifies = [id('SRS', 1), id('SYS', 2)];
      const fields = { level: 'system', type: 'functional', title: `Test ${index}`, verifies };
      return { kind: 'test', plural: 'tests', id: id('TC', 0), fields, text: `Do thing ${index} and look.` };
    }
    default: {
      const requirements = [id('SRS', 2), id('SYS', 3)];
      const fields = { granularity: 'unit', title: `Unit ${index}`, parent: 'SW-1', requirements };
      return { kind: 'item', plural: 'items', id: id('EL', 0), fields, text: `Does thing ${index}.` };
    }
  }
}

/** @param {Draft} record */
function fileOf({ kind, id }) {
  return `records/${kind}/${id.slice(-3, -1)}/${id}.md`;
}

/** @param {Draft} record */
function asFile({ id, fields, text }) {
  return `---\nid: ${id}\n${lines(fields, '')}---\n\n${text}\n`;
}

/** @param {Draft} record */
function asSection({ id, fields, text }) {
  const { title, ...others } = fields;
  return `## ${id} ${String(title)}\n\n\`\`\`yaml\n${lines(others, '')}\`\`\`\n\n${text}\n`;
}

/** @param {Draft} record */
function asItem({ id, fields, text }) {
  return `  - id: ${id}\n${lines({ ...fields, text }, '    ')}`;
}

/**
 * @param {Record<string, string | string[]>} fields
 * @param {string} indent
 */
function lines(fields, indent) {
  return Object.entries(fields)
    .map(([name, value]) => `${indent}${name}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}\n`)
    .join('');
}
