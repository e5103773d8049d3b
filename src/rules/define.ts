/** What a rule is: what makes a gap, why it matters, how to close it, and two examples that run as tests. */
import type { FactTable, FactValues, Method, SafetyClass } from '../packs/index.js';
import type { AnyRecord, Expectation, RecordOf } from '../records/index.js';
import type { Spot } from '../shapes/index.js';
import type { Candidates, Methods } from '../threats/index.js';
import type { StructureFault, Trace } from '../trace/index.js';
import type { EvidenceView } from './evidence-view.js';

export type Severity = 'error' | 'warning' | 'hint';
export type Because = 'safety-class' | 'cybersecurity' | 'both';

/** A fault that reading, linking or stating facts found, told under the rule of its name. */
export interface Fault extends Omit<StructureFault, 'rule' | 'spot'> {
  readonly rule: string;
  /** Where it is not that of the rule. */
  readonly severity?: Severity;
  /** Absent where the fault has no word of its own, such as a fact that nobody stated. */
  readonly spot: Spot | undefined;
}

/** The class of each software system and of every record, as step 3 of the assessment gave it. */
export interface ClassView {
  readonly device: SafetyClass;
  readonly systems: readonly SystemClass[];
  /** Highest class of the items that the record hangs on, else the device's. */
  of(record: AnyRecord): SafetyClass;
  /** Class that one risk alone asks for, from its rating with external controls only (4.3). */
  ofRisk(risk: RecordOf<'risk'>): SafetyClass;
}

export interface SystemClass {
  readonly system: RecordOf<'item'> | undefined;
  /** Id of the system, or `device` where no software system is named. */
  readonly id: string;
  readonly class: SafetyClass;
  readonly declared: SafetyClass | undefined;
  readonly computed: SafetyClass;
  /** The class without any credit for external controls. */
  readonly withoutExternal: SafetyClass;
  readonly basis: 'default' | 'analysis' | 'declared';
  /** Risks that decided. */
  readonly decidedBy: readonly string[];
  readonly path: readonly string[];
}

export interface OverheadView {
  readonly level: string;
  readonly findings: readonly string[];
  readonly flags: readonly string[];
}

export type ProofState = 'none' | 'failed' | 'stale' | 'undated' | 'current';

/** What executions say of tests: only a result that is tied to the content of today is `current`. */
export interface ProofView {
  of(test: AnyRecord): ProofState;
  /** The same with its cause, in words that follow the id of the test. */
  about(test: AnyRecord): { readonly state: ProofState; readonly cause: string; readonly passedAfterFailure: boolean };
  /** Whether it passed on all build inputs of a commit, or on what its own level depends on; `unknown`: nobody can compare. */
  ranOn(test: AnyRecord, commit: string, reach?: 'own'): boolean | 'unknown';
  /** What breaks the way from a control to its results, in whole phrases; none if it is proven. */
  whyControlNotProven(control: AnyRecord): readonly string[];
}

/** One special-test criterion on one item, and what answers it. */
export interface SpecialCellView {
  /** As `pack@edition:id`. */
  readonly criterion: string;
  readonly title: string;
  readonly set: string;
  readonly item: RecordOf<'item'>;
  /** Asked by a standard of items of this class; else because the item matters for security. */
  readonly because: 'safety-class' | 'cybersecurity';
  readonly state:
    'answered' | 'not-applicable' | 'failed' | 'open-finding' | 'stale' | 'unknown' | 'not-looked' | 'unanswered';
  readonly causes: readonly string[];
}

export interface SpecialTestView {
  readonly cells: readonly SpecialCellView[];
  /** Chosen sets, with who asks them. */
  readonly sets: readonly { readonly id: string; readonly weight: string }[];
  /** Criteria that no analysis had a rule for, although there are results of one. */
  readonly withoutRule: readonly string[];
}

/** A person of the settings. */
export interface Person {
  readonly id: string;
  readonly name: string | undefined;
  readonly roles: readonly string[];
}

/** A work product that is asked of the device or of one software system. */
export interface AskedProduct {
  readonly id: string;
  readonly title: string;
  /** Asked wholly or in part on one side at least; else only under a condition that a person judges. */
  readonly isFirm: boolean;
}

/** What of a text is still as a program began it. */
export interface UnfinishedWords {
  /** A place that is marked to be filled, or a starter sentence of which only the mark is gone. */
  readonly is: 'mark' | 'starter';
  /** What is asked there, or the sentence. */
  readonly words: string;
  /** As it stands in the text. */
  readonly written: string;
}

/** What a rule may look at; nothing else. */
export interface RuleInput {
  readonly trace: Trace;
  readonly facts: FactValues;
  readonly factTable: FactTable;
  readonly classes: ClassView;
  readonly overhead: OverheadView;
  readonly methods: Methods;
  /** Every method of the packs, by its id: a rating may name another than the chosen one. */
  readonly knownMethods: ReadonlyMap<string, Method>;
  readonly proofs: ProofView;
  readonly evidence: EvidenceView;
  /** What the library of threats has to say, and what people answered; made when somebody asks. */
  readonly candidates: () => Candidates;
  readonly specialTests: () => SpecialTestView;
  readonly people: readonly Person[];
  readonly asked: readonly AskedProduct[];
  readonly faults: readonly Fault[];
  readonly unfinished: (record: AnyRecord) => readonly UnfinishedWords[];
  /** Whether a clause, written without edition, is one that the chosen packs bring. */
  readonly isLoaded: (clause: string) => boolean;
  readonly date: string;
  /** Where the project as a whole stands: its settings. */
  readonly projectSpot: Spot;
  /** Where the settings state a fact, by its id. */
  readonly factSpots: ReadonlyMap<string, Spot>;
}

/** One thing that a rule found. */
export interface Found {
  /** The record at which the gap stands; without one, `subject` and `spot` tell. */
  readonly at?: AnyRecord;
  readonly subject?: string;
  readonly spot?: Spot | undefined;
  /** A field of the record whose word is the place. */
  readonly field?: string;
  /** Tells gaps of this rule at one subject apart, by meaning. */
  readonly details?: readonly string[];
  readonly what: string;
  readonly do: string;
  /** Why it matters here, where the rule's own words are too wide. */
  readonly why?: string;
  /** Who asks it of this record, where the rule's own answer is too wide. */
  readonly because?: Because;
  readonly basis?: readonly string[];
  /** Work products that it bears on, where those that the rule serves are too many. */
  readonly obligations?: readonly string[];
  readonly severity?: Severity;
  readonly see?: readonly { readonly spot: Spot; readonly note: string }[];
}

/** Commit → path → content. */
export type Commits = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Example {
  /** Records as a YAML list file; `# gap` marks the line where the gap stands. */
  readonly records: string;
  /** Facts under `profile:` beside those that all examples share. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Other keys of medward.yaml, as YAML. */
  readonly settings?: string;
  /** A pack of the project's own in `packs/ours`, as YAML. */
  readonly pack?: string;
  /** A run of static analysis to its end: the tool, the weaknesses that it had rules for, and what it found. */
  readonly analysis?: {
    readonly tool: string;
    readonly weaknesses: readonly string[];
    readonly found?: readonly { readonly weakness: string; readonly file: string }[];
  };
  /** A report of tests in JUnit that was added; `touched`: somebody changed its statement afterwards. */
  readonly report?: { readonly text: string; readonly touched?: boolean };
  /** A report of coverage of one file as it is, with what was run and what there is. */
  readonly coverage?: {
    readonly file: string;
    readonly lines: readonly [covered: number, total: number];
    readonly branches: readonly [covered: number, total: number];
  };
  /** Other files of the project, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Commits that the repository holds, and no other, each with its files; without them nobody knows. */
  readonly commits?: Commits;
}

export interface Rule {
  /** Names the state that is wrong; never changes once released. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly because: Because;
  /** Ids of clauses without edition; cut to the loaded packs. */
  readonly basis: readonly string[];
  /** Work products that it serves. */
  readonly serves: readonly string[];
  readonly severity: Severity;
  /** Fields, as `kind.field`, of which it tells where they are empty: then no work product tells it once more. */
  readonly tells?: readonly string[];
  /** A condition on facts; where it is not known, the rule runs. */
  readonly applies?: string;
  /** The project contradicts itself or cannot be read: no decision can take that away. */
  readonly integrity?: boolean;
  readonly examples: { readonly bad: string | Example; readonly ok: string | Example };
  /** For a row of the relation table: words for one record that lacks the link. */
  readonly lacks?: (record: AnyRecord, trace: Trace) => Pick<Found, 'what' | 'do'> & Partial<Found>;
  /** A pure generator over its input; absent for rows of the relation table and for faults found while reading. */
  readonly check?: (input: RuleInput) => Iterable<Found>;
  /** Whether what is written does not tell enough, or of which records: finding nothing then means nothing, and criteria stay unknown. */
  readonly undecided?: (input: RuleInput) => boolean | readonly AnyRecord[];
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

export type { Expectation };
