/** Which requirements, tests and controls of a project lack their place in code; for the project of this repository. */
import type { Assessment } from '../../src/index.js';
import type { AnyRecord, RecordOf } from '../../src/records/index.js';
import type { Trace } from '../../src/trace/index.js';

export interface Untagged {
  /** Ids of software requirements that no file but tests implements. */
  readonly requirementsWithoutCode: readonly string[];
  /** Ids of software requirements without a test that has a place in code. */
  readonly requirementsWithoutTest: readonly string[];
  readonly testsWithoutCode: readonly string[];
  /** Ids of controls without a test that has a place in code. */
  readonly controlsWithoutTest: readonly string[];
}

export function untagged({ trace }: Assessment): Untagged {
  const requirements = trace.all('requirement').filter((one) => one.fields.level === 'software');
  const ids = (records: readonly AnyRecord[]): readonly string[] => records.map((record) => record.id);
  return {
    requirementsWithoutCode: ids(
      requirements.filter((one) => !filesOf(one, 'implemented-by', trace).some((file) => isSource(file, one.id))),
    ),
    requirementsWithoutTest: ids(requirements.filter((one) => testsInCode(one, trace).length === 0)),
    testsWithoutCode: ids(trace.all('test').filter((one) => filesOf(one, 'verified-by', trace).length === 0)),
    controlsWithoutTest: ids(ownControls(trace).filter((one) => testsInCode(one, trace).length === 0)),
  };
}

/** @returns ids of controls that no test in code tries to defeat */
export function untried({ trace }: Assessment): readonly string[] {
  const isTried = (control: AnyRecord): boolean =>
    testsInCode(control, trace).some((one) => one.fields.purpose === 'defeats');
  return ownControls(trace)
    .filter((control) => !isTried(control))
    .map((control) => control.id);
}

/** Those outside of the software belong to whoever uses it, who shows that they work. */
function ownControls(trace: Trace): readonly RecordOf<'control'>[] {
  return trace.all('control').filter((control) => !control.fields.external);
}

function testsInCode(record: AnyRecord, trace: Trace): readonly RecordOf<'test'>[] {
  return trace.linkedOf(record, 'verified-by', 'test').filter((one) => filesOf(one, 'verified-by', trace).length > 0);
}

function filesOf(record: AnyRecord, name: string, trace: Trace): readonly string[] {
  return trace.ends(record, name).flatMap((end) => (end.kind === '@file' ? [end.path] : []));
}

/** That this project compiles is a property of its test alone. */
function isSource(file: string, requirement: string): boolean {
  return !file.endsWith('.test.ts') || requirement === 'SRS-913';
}
