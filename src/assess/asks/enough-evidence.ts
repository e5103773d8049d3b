/** What a passed, current result must have besides: who vouches for it, what it tells of the run, the released version. */
import type { Criterion } from '../../packs/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import type { Proof } from '../1-proofs.js';
import { isSecurityTest } from '../security-test.js';
import type { Asked, CriterionInput } from '../criterion-input.js';

export interface Lack {
  /** `none`: it is no proof of what is asked; `undated`: nobody can tell. */
  readonly state: 'none' | 'stale' | 'undated';
  readonly why: string;
}

export function whyNotEnough(
  test: AnyRecord,
  proof: Proof,
  criterion: Criterion,
  asked: Asked,
  input: CriterionInput,
): Lack | undefined {
  return notVouchedFor(test, proof, asked) ?? notTold(proof, criterion) ?? notReleased(test, criterion, input);
}

/**
 * What a person typed is a claim: for units of class C and for security the report of the system that ran it is needed.
 * Source: the catalogue's table of assurance (practice).
 */
function notVouchedFor(test: AnyRecord, proof: Proof, { obligation }: Asked): Lack | undefined {
  const isUnitOfC = (test as RecordOf<'test'>).fields.level === 'unit' && obligation.class === 'C';
  const needsReport = isUnitOfC || isSecurityTest(test);
  return proof.assurance === 'claimed' && needsReport
    ? { state: 'undated', why: 'passed as somebody typed it; the report of the tool is needed' }
    : undefined;
}

/** What a result must tell of its run (IEC 62304 5.6.7, 5.7.5, 9.8; IEC 81001-5-1 5.7). */
const TOLD: Readonly<Record<NonNullable<Criterion['metadata']>, readonly string[]>> = {
  run: ['version', 'configuration', 'tool', 'date', 'tester'],
  'integration-run': ['tester'],
  scan: ['version', 'tool', 'tool version', 'date'],
  pentest: ['version', 'date', 'tester'],
};

function notTold(proof: Proof, { metadata }: Criterion): Lack | undefined {
  const told = proof.result?.told;
  if (metadata === undefined || !told) return undefined;
  const missing = TOLD[metadata].filter((name) => !told.has(name));
  return missing.length > 0
    ? { state: 'none', why: `passed, and its result does not tell ${missing.join(', ')}` }
    : undefined;
}

function notReleased(test: AnyRecord, { currency }: Criterion, { proofs, trace }: CriterionInput): Lack | undefined {
  if (currency !== 'release') return undefined;
  const releases = trace.all('release').filter(({ fields }) => fields.commit !== undefined);
  const last = releases.toSorted((a, b) => ((a.fields.date ?? '') < (b.fields.date ?? '') ? 1 : -1))[0];
  const commit = last?.fields.commit;
  if (!last || commit === undefined)
    return { state: 'undated', why: 'passed, and no release names the commit that it is to hold for' };
  const ran = proofs.ranOn(test, commit);
  if (ran === true) return undefined;
  return ran === 'unknown'
    ? { state: 'undated', why: `passed, and nobody can tell whether on the files of ${last.id}` }
    : { state: 'stale', why: `did not run on the files of ${last.id}` };
}
