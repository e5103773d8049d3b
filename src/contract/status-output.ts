/** The output of `medward` alone: where the project stands in one sentence, and the one thing to do next. */
import { STATUSES, type Assessment, type AssessedGap, type Status } from '../assess/index.js';
import { gapOutput, type GapOutput, type ProblemOutput } from './check-output.js';
import { identityOf, problems, withIdentity, type Identity, type Subject } from './identity.js';
import { integer, mapOf, nullable, object, text, type Schema } from './schema.js';
import { countVerification, verificationCounts, type VerificationCounts } from './verification-counts.js';

export interface StatusOutput extends Identity {
  /** One sentence with numbers. */
  readonly readiness: string;
  readonly safetyClass: string;
  readonly overhead: string;
  readonly obligations: Readonly<Record<Status, number>>;
  /** By kind, of those kinds of which there are records to be verified; a threat is verified once it is proven. */
  readonly verification: Readonly<Record<string, VerificationCounts>>;
  readonly blocking: number;
  /** Gaps that would block if the settings did not make them milder. */
  readonly softened: number;
  readonly next: GapOutput | null;
  readonly problems: readonly ProblemOutput[];
}

export function statusOutput(
  assessment: Assessment,
  allProblems: readonly ProblemOutput[],
  subject: Subject,
): StatusOutput {
  const open = assessment.gaps.filter((gap) => gap.decision === undefined);
  const blocking = open.filter((gap) => gap.shown === 'error');
  const softened = open.filter((gap) => gap.severity === 'error' && gap.shown !== 'error').length;
  const next = nextGap(blocking) ?? nextGap(open);
  const byStatus = STATUSES.map(
    (status) => [status, assessment.obligations.filter((one) => one.status === status).length] as const,
  );
  return {
    ...identityOf('status', subject),
    readiness: readiness({ blocking: blocking.length, softened, unread: allProblems.length }, assessment, subject),
    safetyClass: assessment.classes.device,
    overhead: assessment.overhead.level,
    obligations: Object.fromEntries(byStatus) as Record<Status, number>,
    verification: verificationByKind(assessment),
    blocking: blocking.length,
    softened,
    next: next ? gapOutput(next) : null,
    problems: allProblems,
  };
}

const KINDS = ['requirement', 'control', 'threat', 'test'] as const;

function verificationByKind(assessment: Assessment): StatusOutput['verification'] {
  const counted = KINDS.map((kind) => [kind, countVerification(assessment.trace.allNamed(kind), assessment)] as const);
  return Object.fromEntries(counted.filter(([, counts]) => Object.values(counts).some((count) => count > 0)));
}

interface Counted {
  readonly blocking: number;
  readonly softened: number;
  readonly unread: number;
}

function readiness({ blocking, softened, unread }: Counted, assessment: Assessment, subject: Subject): string {
  const name = `${subject.name} ${subject.version}`.trim();
  const met = assessment.obligations.filter((one) => one.status === 'met').length;
  const of = `${met} of ${assessment.obligations.length} work products have their criteria met`;
  if (unread > 0) return `${unread} ${unread === 1 ? 'place' : 'places'} of ${name} cannot be read; ${of}.`;
  const but = softened === 1 ? 'the settings make it milder' : 'the settings make them milder';
  const milder = softened === 0 ? '' : ` (${softened}${blocking > 0 ? ' more' : ''} would, but ${but})`;
  if (blocking > 0) return `${blocking} ${blocking === 1 ? 'gap blocks' : 'gaps block'} ${name}${milder}; ${of}.`;
  return `No gap blocks ${name}${milder}; ${of}.`;
}

/** What cannot be read or contradicts itself comes first, then what unlocks the class, then the order of places. */
function nextGap(gaps: readonly AssessedGap[]): AssessedGap | undefined {
  const rank = (gap: AssessedGap): number => {
    if (gap.integrity) return 0;
    if (gap.obligations.includes('software-safety-classification')) return 1;
    return gap.key.includes('@work-product:') ? 3 : 2;
  };
  return gaps.toSorted((a, b) => rank(a) - rank(b))[0];
}

const counts = object(Object.fromEntries(STATUSES.map((status) => [status, integer])));

export const statusSchema: Schema = withIdentity('status', {
  readiness: text,
  safetyClass: text,
  overhead: text,
  obligations: counts,
  verification: mapOf(verificationCounts),
  blocking: integer,
  softened: integer,
  next: nullable({ type: 'object' }),
  problems,
});
