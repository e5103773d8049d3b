/** A report in the store of the finished project, as `medward evidence add` puts it there. */
import { createHash } from 'node:crypto';
import { bytesInMemory, readReport, statementOf, statementText } from '../../src/evidence/index.js';
import { append, type Edit } from './edit.js';

interface Stored {
  readonly edits: readonly Edit[];
  /** Path of the statement. */
  readonly statement: string;
}

/** @param touched somebody changed the statement afterwards */
export function storedReport(name: string, text: string, touched = false): Stored {
  const isTest = (id: string): boolean => /^TC-[1-9]\d?$/.test(id);
  const records = { has: isTest, hasPrefix: (prefix: string) => prefix === 'TC' };
  const report = readReport(bytesInMemory(name, text), { records });
  const run = { addedOn: '2026-11-20', commit: null, tester: null, configuration: null, inputs: null };
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
