/** The gaps that were known before, by their keys: read from an earlier `check --json` of the same project. */

export interface Baseline {
  readonly keys: ReadonlySet<string>;
  /** Name of the project that it speaks of; `null` where the file does not say. */
  readonly project: string | null;
  /** Of the Medward that wrote it. */
  readonly version: string | null;
  readonly date: string | null;
  readonly commit: string | null;
}

/** Why a baseline cannot be used: words that follow its name, and what to do. */
export interface BaselineRefusal {
  readonly says: string;
  readonly todo: string;
}

export type BaselineRead =
  { readonly ok: true; readonly baseline: Baseline } | ({ readonly ok: false } & BaselineRefusal);

const TODO = 'Write one with `medward check --json > baseline.json`.';

export function readBaseline(text: string): BaselineRead {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused('cannot be read as JSON.', TODO);
  }
  const schema = textIn(parsed, 'schema');
  if (schema !== null && schema !== 'medward/check/1') return ofOtherShape(schema);
  const gaps = valueIn(parsed, 'gaps');
  if (!Array.isArray(gaps)) return refused('holds no list of gaps.', TODO);
  return { ok: true, baseline: { keys: new Set(keysOf(gaps, wasMadeWithOne(parsed))), ...madeBy(parsed) } };
}

/** @param known a baseline, or keys alone, as a program may keep them */
export function baselineOf(known: Baseline | ReadonlySet<string>): Baseline {
  return 'has' in known ? { keys: known, project: null, version: null, date: null, commit: null } : known;
}

/** A file that was written against a baseline gives what that one knew and is still there: so it shrinks, and never grows. */
function keysOf(gaps: readonly unknown[], onlyKnown: boolean): readonly string[] {
  return gaps.flatMap((gap) => {
    const key = textIn(gap, 'key');
    return key === null || (onlyKnown && valueIn(gap, 'new') !== false) ? [] : [key];
  });
}

function wasMadeWithOne(parsed: unknown): boolean {
  const own = valueIn(parsed, 'baseline');
  return own !== undefined && own !== null;
}

function madeBy(parsed: unknown): Omit<Baseline, 'keys'> {
  const project = valueIn(parsed, 'project');
  return {
    project: textIn(project, 'name'),
    version: textIn(valueIn(parsed, 'tool'), 'version'),
    date: textIn(parsed, 'date'),
    commit: textIn(project, 'commit'),
  };
}

function ofOtherShape(schema: string): BaselineRead {
  if (!schema.startsWith('medward/check/')) return refused(`is an output of another command (${cut(schema)}).`, TODO);
  return refused(
    `has the shape ${cut(schema)}; read is medward/check/1.`,
    'Use the Medward that wrote it, or a newer one.',
  );
}

/** Keys of another project may be the same and mean something else. */
export function refusalOfOther(baseline: Baseline, project: string): BaselineRefusal | undefined {
  if (baseline.project === null || baseline.project === project) return undefined;
  return {
    says: `is of the project ${cut(baseline.project)}, and this is ${cut(project)}: what is known there is not known here.`,
    todo: 'Name the baseline of this project. If only its name changed, change `project.name` in the file too.',
  };
}

function refused(says: string, todo: string): BaselineRead {
  return { ok: false, says, todo };
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function valueIn(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function textIn(value: unknown, name: string): string | null {
  const found = valueIn(value, name);
  return typeof found === 'string' ? found : null;
}
