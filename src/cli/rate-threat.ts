/** `medward rate`: puts the questions of a method, takes the answers, and writes them with what follows into the threat. */
import type { Assessment } from '../assess/index.js';
import { rateOutput, type RateOutput } from '../contract/index.js';
import type { Method } from '../packs/index.js';
import { readDate } from '../project/index.js';
import type { RecordOf } from '../records/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import { countedControls, type ThreatMoment } from '../threats/index.js';
import { editsOf, refuseRevision, writeOrShow } from './change-project.js';
import type { Call } from './define.js';
import { oneWord } from './find-record.js';
import { OptionError } from './option-error.js';
import { askAll } from './rate-ask.js';
import { changesOf, saidMarks, type RatedMarks } from './rate-marks.js';
import { openSession } from './session.js';

/** @throws OptionError, MedwardError */
export async function rateThreat(call: Call): Promise<RateOutput> {
  if (!saysNothing(call)) refuseRevision(call);
  const session = openSession(call);
  const { assessment, subject } = session;
  const threat = threatNamed(oneWord(call, 'one threat'), assessment);
  const moment = momentOf(call);
  const method = methodOf(assessment);
  const questions = questionsOf(call, method, assessment);
  const known: RatedMarks = threat.fields[moment] ?? {};
  const asked = call.ask && saysNothing(call) && questions ? await askAll(questions, known, call.ask) : {};
  const said = { ...saidMarks(call, method, questions, { ...known, ...asked }), ...asked };
  const isAgain = isConfirmed(call, known, { id: threat.id, moment });
  const isWritten = isAgain || Object.keys(said).length > 0;
  const counted =
    isWritten && moment === 'after' ? countedControls(threat, assessment.trace) : new Map<string, string>();
  const dryRun = call.flag('dry-run');
  const marks = { ...known, ...said };
  const text = isWritten ? write() : null;
  const input = { threat: threat.id, title: threat.fields.title, moment, method, questionsOf: questions, marks };
  return rateOutput(
    { ...input, counted: [...counted.keys()], dryRun, written: isWritten ? [threat.spot.source.path] : [], text },
    subject,
  );

  function write(): string {
    const edits = editsOf(session);
    const more = {
      ...(counted.size > 0 && { counted: Object.fromEntries(counted) }),
      ...signed(call, method, questions, said),
    };
    for (const change of changesOf(moment, said, more)) edits.change(threat.id, change);
    return writeOrShow(edits, call).files[0]?.text ?? '';
  }
}

/** With the version of the method, so that nobody takes a rating by an older one for today's. */
function signed(
  call: Call,
  method: Method,
  questions: Method | undefined,
  said: RatedMarks,
): Readonly<Record<string, string>> {
  const by = call.value('by');
  return {
    method: `${method.id}@${method.version}`,
    ...(said.answers && questions && questions !== method && { 'guided-by': `${questions.id}@${questions.version}` }),
    ...(by !== undefined && { by }),
    date: readDate(call.value('date'), call.now),
  };
}

/** What nobody rated cannot be confirmed. */
function isConfirmed(
  call: Call,
  known: RatedMarks,
  { id, moment }: { readonly id: string; readonly moment: string },
): boolean {
  if (!call.flag('again')) return false;
  if (known.vector !== undefined || known.likelihood !== undefined || known.answers !== undefined) return true;
  throw new OptionError(
    `${id} is not rated ${moment} control, so that there is nothing to confirm.`,
    'Rate it with `--answer`, `--vector` or `--likelihood`.',
  );
}

function saysNothing(call: Call): boolean {
  return ['again', 'answer', 'why', 'vector', 'severity', 'likelihood', 'multi-patient'].every(
    (name) => !call.flag(name),
  );
}

function threatNamed(id: string, { trace }: Assessment): RecordOf<'threat'> {
  const record = trace.find(id);
  if (record?.kind === 'threat') return record;
  const known = trace.all('threat').map((one) => one.id);
  throw new OptionError(
    `\`${shown(id)}\` is no threat of this project${didYouMean(id, known) || '.'}`,
    '`medward threats` lists them.',
  );
}

function momentOf(call: Call): ThreatMoment {
  const moment = call.value('moment') ?? 'before';
  if (moment === 'before' || moment === 'after') return moment;
  throw new OptionError(`\`${shown(moment)}\` is no moment.`, 'Write `--moment before` or `--moment after`.');
}

function methodOf({ methods }: Assessment): Method {
  if (methods.security) return methods.security;
  throw new OptionError(
    'No security method is chosen, so nothing can be rated.',
    'Choose one in `medward.yaml`: `methods: { security: cvss31-exploitability }`.',
  );
}

/** The questions of the method itself; else those that were asked for, or that lead to a vector of it. */
function questionsOf(call: Call, method: Method, { packs }: Assessment): Method | undefined {
  const named = call.value('questions');
  const having = [...packs.methods.values()].filter((one) => one.domain === 'security' && one.questions);
  if (named !== undefined) {
    const found = having.find((one) => one.id === named);
    if (found) return found;
    const ids = having.map((one) => one.id);
    throw new OptionError(
      `No method \`${shown(named)}\` has questions${didYouMean(named, ids) || '.'}`,
      `Known: ${ids.join(', ')}.`,
    );
  }
  if (method.questions) return method;
  return method.score === 'cvss4-base' || method.likelihood ? undefined : having[0];
}
