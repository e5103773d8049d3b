/** The readers of foreign threat models: whatever stands in a file, every value is accounted for, and the records can be read. */
import { exportModel, formatNames, importModel, recordFiles, type RecordDraft } from '../src/exchange/index.js';
import { readRecords } from '../src/records/index.js';
import { traceRecords } from '../src/trace/index.js';
import type { Target } from './targets.js';

const WORDS = [
  [
    '"cells":[',
    '"data":{',
    '"shape":"flow"',
    '"source":{"cell":"EL-1"}',
    '"position":{"x":0,"y":0}',
    '"threats":[',
    '"id":"EL-1"',
  ],
  [
    'parent: ',
    'trustZone: z1',
    'component: EL-1',
    'threats: [',
    'medward.',
    'medward.status',
    'medward.parent',
    'attributes: {',
  ],
  [
    'technical_assets:\n',
    'includes: [',
    '../',
    '*orders',
    '<<: *orders',
    'most_relevant_',
    '@',
    '>',
    '(DF-7)',
    'null',
    'true',
    '1e999',
  ],
].flat();

/** Gaps that would be of our own making; a link that is missing is not. */
const OWN_FAULTS = new Set([
  'dangling-link',
  'link-to-wrong-kind',
  'link-not-allowed',
  'too-many-links',
  'circular-link',
]);

export const IMPORT_TARGETS: readonly Target[] = formatNames().map((format) => ({
  name: `import-${format}`,
  words: WORDS,
  run: (text) => importOne(format, text),
}));

function importOne(format: string, text: string): void {
  const bytes = new TextEncoder().encode(text);
  const taken = new Set(['EL-1', 'TH-1']);
  const imported = importModel({ name: 'fuzzed.yaml', bytes }, { format, taken, include: () => bytes });
  const lost = imported.losses.reduce((sum, loss) => sum + loss.values, 0);
  if (imported.carried + lost !== imported.values) throw new Error('Values are neither carried nor lost.');
  if (imported.losses.some((loss) => loss.what.length > 200)) throw new Error('A loss is longer than is shown.');
  if (imported.records.some((record) => taken.has(record.id))) throw new Error('An id is given twice.');
  sendOutAgain(format, imported.records);
}

function sendOutAgain(format: string, records: readonly RecordDraft[]): void {
  const sources = recordFiles(records, 'a fuzzed file').map(({ name, text }) => ({ path: `records/${name}`, text }));
  const reading = readRecords(sources, { prefixes: new Map() });
  if (reading.records.length !== records.length) throw new Error('Some records were not read again.');
  const faults = reading.faults.filter((fault) => fault.rule !== 'missing-field');
  const isForeign = (target: string, id: string): boolean => target === '@reference' || /^CWE-\d{1,5}$/.test(id);
  const { trace, faults: links } = traceRecords(reading, { tags: [], external: [], isForeign, prefixes: new Map() });
  const own = [...faults, ...links.filter((fault) => OWN_FAULTS.has(fault.rule))];
  if (own.length > 0 || reading.problems.length > 0)
    throw new Error(`${own[0]?.message ?? reading.problems[0]?.message}`);
  const { text } = exportModel(trace, format, 'Fuzzed');
  const again = importModel({ name: 'again.json', bytes: new TextEncoder().encode(text) }, { taken: new Set() });
  if (again.format !== format) throw new Error('What was exported is not read again.');
}
