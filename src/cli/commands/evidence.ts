/** `medward evidence add | list | criteria | sign | verify`: what machines and people proved, kept under its hash. */
import { defineCommand, PROJECT_OPTIONS, type Call } from '../define.js';

const { at: _, ...options } = PROJECT_OPTIONS;

export default defineCommand({
  name: 'evidence',
  takes: 'add FILE… | list | criteria | sign [STATEMENT…] | verify',
  about: 'Reports of tests, scans and reviews: add them, list them, sign them, check that none was touched.',
  options: {
    ...options,
    commit: { value: 'SHA', about: 'The commit that was tested; default: the one that the project stands at.' },
    for: {
      value: 'TEST',
      many: true,
      about: 'The test that the reports are the result of, for a scan or a whole run.',
    },
    tester: { value: 'NAME', about: 'Who tested, where the report does not say it.' },
    tool: { value: 'TOOL', about: 'What ran the tests, with its version, where the report does not say it.' },
    'ran-at': {
      value: 'WHEN',
      about: 'When it ran, where the report does not say it: 2026-11-24T10:00:00Z, or a day.',
    },
    'ran-to-end': { about: 'The tool ran to its end, which you know and the report does not say.' },
    configuration: { value: 'TEXT', about: 'Hardware and software that was tested on.' },
    format: { value: 'FORMAT', about: 'The format of the files, where their beginning does not show it.' },
    columns: { value: 'MAPPING', about: 'Columns of findings in CSV, such as severity=Risk,title=Name.' },
    key: { value: 'FILE', about: 'The key that signs: Ed25519 as PEM, or an SSH key (by ssh-keygen).' },
    set: { value: 'SET', about: 'Criteria of this set only, such as owasp-top10@2021.' },
    item: { value: 'ID', about: 'Criteria on this item only.' },
    edition: { value: 'SET', about: 'What this edition of a chosen set adds and drops.' },
    all: { about: 'Print every reason, not the first ten.' },
    unmapped: { about: 'With list: also the results that name no record, and ids that name nothing.' },
    'dry-run': { about: 'Read and tell, but store nothing.' },
  },
  async run(call) {
    const [what, ...files] = call.words;
    switch (what) {
      case 'add':
        return add(call, files);
      case 'sign':
        return sign(call, files);
      case 'list':
      case 'criteria':
      case 'verify':
        if (files.length === 0) return WITHOUT_FILES[what](call);
        break;
      default:
    }
    const { OptionError } = await import('../option-error.js');
    throw new OptionError(
      'What to do with evidence is not understood.',
      'Write `medward evidence add FILE …`, `list`, `criteria`, `sign --key FILE` or `verify` behind it.',
    );
  },
});

const WITHOUT_FILES = { list, criteria, verify } as const;

async function criteria(call: Call): Promise<number> {
  const { criteriaOf, printCriteria } = await import('../evidence-criteria.js');
  const { printJson } = await import('../print-json.js');
  const output = criteriaOf(call);
  if (call.flag('json')) printJson(output, call.terminal);
  else printCriteria(output, call.flag('all'), call.terminal);
  return 0;
}

async function add(call: Call, files: readonly string[]): Promise<number> {
  const { addEvidence } = await import('../evidence-add.js');
  const { printAdd } = await import('../evidence-print.js');
  const { printJson } = await import('../print-json.js');
  const { output, status } = addEvidence(call, files);
  if (call.flag('json')) printJson(output, call.terminal);
  if (!call.flag('json') || status > 0) {
    printAdd(call.flag('json') ? { ...output, reports: [] } : output, call.terminal);
  }
  return status;
}

async function sign(call: Call, statements: readonly string[]): Promise<number> {
  const { signEvidence } = await import('../evidence-sign.js');
  const { printSign } = await import('../evidence-print.js');
  const { printJson } = await import('../print-json.js');
  const { output, status } = signEvidence(call, statements);
  if (call.flag('json')) printJson(output, call.terminal);
  else printSign(output, call.terminal);
  return status;
}

async function list(call: Call): Promise<number> {
  const { listEvidence } = await import('../evidence-list.js');
  const { printList } = await import('../evidence-print.js');
  const { printJson } = await import('../print-json.js');
  const output = listEvidence(call);
  if (call.flag('json')) printJson(output, call.terminal);
  else printList(output, call.terminal);
  return 0;
}

async function verify(call: Call): Promise<number> {
  const { openEvidenceProject } = await import('../evidence-project.js');
  const { checkPeople } = await import('../evidence-people.js');
  const { takenAway } = await import('../evidence-taken-away.js');
  const { evidenceVerifyOutput } = await import('../../contract/index.js');
  const { evidenceFiles, EvidenceStore, projectAssurance } = await import('../../evidence/index.js');
  const { printVerify } = await import('../evidence-print.js');
  const { printJson } = await import('../print-json.js');
  const opened = openEvidenceProject(call);
  const { folder, subject } = opened;
  const store = new EvidenceStore(folder);
  const { statements } = store.statements();
  const assurance = projectAssurance(statements, evidenceFiles(folder));
  const verified = store.verify();
  const faults = [...verified.faults, ...takenAway(folder)];
  const output = evidenceVerifyOutput(
    { ...verified, faults },
    statements.length,
    assurance,
    checkPeople(opened),
    subject,
  );
  if (call.flag('json')) printJson(output, call.terminal);
  else printVerify(output, call.terminal);
  return output.problems.length > 0 ? 1 : 0;
}
