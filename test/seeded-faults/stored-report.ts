/** A report in the store of the finished project, as `medward evidence add` puts it there. */
import { createHash } from 'node:crypto';
import {
  bytesInMemory,
  gitBlobId,
  inputsText,
  readReport,
  statementOf,
  statementText,
  type RunContext,
} from '../../src/evidence/index.js';
import { append, type Edit } from './edit.js';

interface Stored {
  readonly edits: readonly Edit[];
  /** Path of the statement. */
  readonly statement: string;
}

type Of = Pick<RunContext, 'commit' | 'inputs'>;

/** @param touched somebody changed the statement afterwards */
export function storedReport(
  name: string,
  text: string,
  touched = false,
  of: Of = { commit: null, inputs: null },
): Stored {
  const isTest = (id: string): boolean => /^TC-[1-9]\d?$/.test(id);
  const records = { has: isTest, hasPrefix: (prefix: string) => prefix === 'TC' };
  const report = readReport(bytesInMemory(name, text), { records });
  const run = { addedOn: '2026-11-20', tester: null, configuration: null, ...of };
  const statement = statementText(statementOf(report, run));
  const path = `evidence/statements/${createHash('sha256').update(statement).digest('hex')}.json`;
  return {
    edits: [
      append(`evidence/reports/${report.sha256}.${report.ending}`, text),
      append(path, touched ? statement.replace('"addedOn"', '"addedOn" ') : statement),
    ],
    statement: path,
  };
}

/** A run of an analysis to its end. */
export function analysis(rules: readonly string[], found: readonly string[] = []): Stored {
  const text = JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Linter', rules: rules.map((id) => ({ id, properties: { tags: [id] } })) },
        },
        invocations: [{ executionSuccessful: true }],
        results: found.map((uri) => ({
          ruleId: rules[0],
          message: { text: 'Found.' },
          locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 31 } } }],
        })),
      },
    ],
  });
  return storedReport('linter.sarif', text);
}

/** A report of coverage of one file as it lies there. */
export function coverage(file: string, content: string, branches: readonly [covered: number, total: number]): Stored {
  const rows = Array.from({ length: branches[1] }, (_, at) => `BRDA:1,0,${at},${at < branches[0] ? 1 : 0}`);
  const inputs = inputsText(new Map([[file, gitBlobId(new TextEncoder().encode(content), 'sha1')]]));
  const sha256 = createHash('sha256').update(inputs).digest('hex');
  const commit = { id: 'a'.repeat(40), from: 'project', dirty: false } as const;
  const text = ['TN:', `SF:${file}`, ...rows, 'end_of_record', ''].join('\n');
  const stored = storedReport('lcov.info', text, false, { commit, inputs: sha256 });
  return { ...stored, edits: [append(`evidence/inputs/${sha256}.json`, inputs), ...stored.edits] };
}
