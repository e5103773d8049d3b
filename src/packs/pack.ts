/** What a pack holds after it was read and checked: the types that the loader gives and the assessment reads. */
import type { Spot } from '../shapes/index.js';

export const SAFETY_CLASSES = ['A', 'B', 'C'] as const;
export type SafetyClass = (typeof SAFETY_CLASSES)[number];

/** How strongly something is asked, from weakest to strongest. */
export const DEMANDS = ['none', 'conditional', 'partial', 'required'] as const;
export type Demand = (typeof DEMANDS)[number];

export const SIDES = ['safety-class', 'cybersecurity'] as const;
export type Side = (typeof SIDES)[number];

/** Who asks, from strongest to weakest. */
export const WEIGHTS = ['law', 'guidance', 'standard', 'practice', 'analogy'] as const;
export type Weight = (typeof WEIGHTS)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export type PerClass<T> = Readonly<Record<SafetyClass, T>>;

/** A CEL condition over facts, as written (packs.md §2). */
export type ConditionText = string;

/** Where an entry stands in the pack's YAML; absent in the shipped JSON. */
export interface Sourced {
  readonly spot?: Spot;
  readonly sources?: readonly string[];
  readonly confidence?: Confidence;
  readonly note?: string;
  /** Set where a team's own pack changed this entry. */
  readonly overridden?: Override;
}

export interface Override {
  readonly id: string;
  readonly section: string;
  readonly reason: string;
  readonly by: string;
  readonly date: string;
  readonly keys: readonly string[];
}

/** First that holds; an entry without `if` always holds. */
export type Choices<T> = readonly { readonly if?: ConditionText; readonly then: T }[];

export interface Fact extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly type: 'bool' | 'enum' | 'set' | 'text' | 'number';
  readonly values?: readonly string[];
  /** The fact is defined by others and can be neither declared nor derived. */
  readonly is?: ConditionText;
  /** Name of the derivation in code that reads it from records. */
  readonly derived?: string;
  /** Holds if the named fact was declared or derived, not filled from its default. */
  readonly stated?: string;
  /** Used when it is neither declared nor derived. */
  readonly default?: Choices<string | boolean>;
  /** Step of the assessment at which it becomes known (packs.md §6): 2 structure, 4 after the class. */
  readonly step: 2 | 4;
}

export interface Clause extends Sourced {
  readonly id: string;
  readonly title: string;
  /** Own words, never the standard's. */
  readonly summary: string;
  /** Where it stands in the text, if the id is not its number there. */
  readonly section?: string;
  /** Who asks it, where that is not the weight of the pack. */
  readonly weight?: Weight;
  readonly parent?: string;
  readonly items?: readonly string[];
  /** By safety class, or by a condition on facts; a clause without either holds for every device. */
  readonly asks: { readonly class?: readonly SafetyClass[]; readonly when?: ConditionText };
  readonly route?: 'legacy';
  readonly workProducts: readonly string[];
  /** Why records cannot tell whether it is met; a clause without it is named by a criterion. */
  readonly notDecidable?: string;
  /** Clauses of other packs that ask for something alike. */
  readonly compare?: readonly string[];
  readonly lift?: {
    readonly when: ConditionText;
    readonly by: readonly string[];
    readonly strength: 'required' | 'expected' | 'analogy';
    readonly scope: string;
  };
}

export interface Ask {
  readonly side: Side;
  readonly level: Demand | PerClass<Demand>;
  readonly when?: ConditionText;
  readonly clauses: readonly string[];
  readonly basis?: 'own-reading';
  readonly weight?: Weight;
}

export const PLACES = [
  'requirements',
  'architecture',
  'detailed-design',
  'unit-tests',
  'integration-tests',
  'system-tests',
  'special-tests',
  'risk',
  'supply',
  'plans-and-release',
  'user-documents',
] as const;
export type WorkPlace = (typeof PLACES)[number];

export interface WorkProduct extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly place: WorkPlace;
  /** document: written by people; record: results of doing. */
  readonly form: 'document' | 'record';
  readonly purpose: string;
  readonly sections: readonly string[];
  /** Selectors of the records that are written down in it: what several products miss of them is told here. */
  readonly holds: readonly string[];
  readonly asks: readonly Ask[];
  readonly scope: 'device' | 'software-system';
  readonly criteria: readonly Criterion[];
  /** Event before which the product is not due. */
  readonly due?: 'first-system-test' | 'first-baseline' | 'first-release-candidate' | 'first-release' | 'on-the-market';
  readonly neverWaived?: boolean;
  /** What `partial` means for this product, in words. */
  readonly partial?: string;
  /** Clauses that touch it and ask nothing. */
  readonly see?: readonly string[];
}

export const ASKS = ['document', 'records', 'each', 'rule', 'evidence', 'review', 'statement', 'approval'] as const;
export type AskName = (typeof ASKS)[number];

/** Fields and links that must not be empty; an inner list is content with any one of its names. */
export type Needs = readonly (string | readonly string[])[];

export interface Criterion extends Sourced {
  readonly id: string;
  readonly ask: AskName;
  /** Ids of selectors; for `document` and `rule` none. */
  readonly of?: readonly string[];
  readonly has?: Needs;
  readonly sections?: readonly string[];
  readonly rules?: readonly string[];
  /** Ids of evidence types. */
  readonly types?: readonly string[];
  readonly currency?: 'content' | 'unit' | 'integration' | 'system' | 'release' | 'dated';
  readonly metadata?: 'run' | 'integration-run' | 'scan' | 'pentest';
  /** Type of the review or of the statement. */
  readonly type?: string;
  /** What a review must have looked at. */
  readonly looked?: readonly string[];
  readonly question?: string;
  readonly roles?: readonly string[];
  readonly min?: number;
  /** An empty set is answered by a statement of type none. */
  readonly none?: 'statement';
  /** An empty set is fine: another criterion asks that it is not empty. */
  readonly empty?: 'fine';
  readonly classes?: readonly SafetyClass[];
  readonly security?: 'partial' | 'required';
  readonly packs?: readonly string[];
  readonly basis: Weight;
  readonly when?: ConditionText;
  readonly ifNo?: 'missing' | 'incomplete' | 'unproven';
  readonly clauses: readonly string[];
  readonly why?: string;
}

/** Field = value, one of several values, `none` (empty) or `some` (not empty); fields may be computed or dotted over a link. */
export type Where = Readonly<Record<string, string | readonly string[]>>;

export interface Selector extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly where?: Where;
  /** Narrows to the security-relevant members; absent: `partial` takes the whole set. */
  readonly partial?: Where;
  /** Link over which members belong to a software system, where that is not their own. */
  readonly belongsBy?: string;
}

/** What counts as a proof of a type: tests chosen by `where`, reviews, or whole reports. */
export interface EvidenceType extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly kind: 'test' | 'review' | 'report';
  readonly where?: Where;
}

export interface Overhead {
  readonly levels: readonly string[];
  readonly rules: readonly OverheadRule[];
  readonly adjust: readonly OverheadAdjustment[];
  readonly findings: readonly OverheadFinding[];
}
export interface OverheadRule extends Sourced {
  readonly id: string;
  readonly when: ConditionText;
  readonly level: string | Choices<string>;
  readonly final?: boolean;
  readonly flags?: readonly string[];
  readonly says: string;
}
export interface OverheadAdjustment extends Sourced {
  readonly id: string;
  readonly when: ConditionText;
  readonly steps: number;
  readonly notBelow: string;
  readonly flags?: readonly string[];
  readonly says: string;
}
export interface OverheadFinding extends Sourced {
  readonly id: string;
  readonly when: ConditionText;
  readonly severity?: 'error' | 'warning' | 'hint';
  readonly flags?: readonly string[];
  /** The flags are set only if the level came from one of these rules. */
  readonly flagsIfRule?: readonly string[];
  /** Taken instead of `severity`, and flags added, while nothing proves that the barrier works. */
  readonly severityIfUnproven?: 'error' | 'warning' | 'hint';
  readonly flagsIfUnproven?: readonly string[];
  readonly says?: string;
}

export interface Effort extends Sourced {
  /** What is counted; conditions read it as `count.<id>`. */
  readonly counts: readonly { readonly id: string; readonly title: string }[];
  /** Expected counts as CEL giving a double, each may use those above it; used while fewer are recorded. */
  readonly expected: Readonly<Record<string, ConditionText>>;
  /** Parts of a count by name, such as the security-relevant share; a project may set its own. */
  readonly shares: Readonly<Record<string, number>>;
  /** Reference counts for a bare profile, nearest first that holds. */
  readonly references: readonly EffortReference[];
  readonly rows: readonly EffortRow[];
  /** What is paid in money, not in hours: listed, never added. */
  readonly boughtIn: readonly { readonly id: string; readonly title: string }[];
  readonly range: { readonly low: number; readonly high: number };
}
export interface EffortReference {
  readonly id: string;
  readonly title: string;
  readonly when?: ConditionText;
  readonly counts: Readonly<Record<string, number>>;
}
export interface EffortRow extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly side: Side;
  readonly when?: ConditionText;
  /** Name of a count; absent: a fixed number of hours. */
  readonly per?: string;
  readonly hours?: number | PerClass<number> | Choices<number>;
  /** The row's own range per unit, where it is not that of the model. */
  readonly low?: number;
  readonly high?: number;
  /** Hours of another row at another class, less those at a second one. */
  readonly as?: { readonly row: string; readonly class: SafetyClass; readonly minus?: SafetyClass };
  /** Name of the part of the count that it is done for. */
  readonly share?: string;
  /** `year`: upkeep, shown apart and never added to what the file costs once. */
  readonly every?: 'year';
  /** Work products that the hours stand for, with their part; parts add up to 1. */
  readonly for: Readonly<Record<string, number>>;
}

export const ANSWERED_BY = ['static-analysis', 'test', 'review', 'decision'] as const;
export type AnsweredBy = (typeof ANSWERED_BY)[number];

/** A special-test criterion such as a topic of OWASP Top 10. */
export interface SpecialCriterion extends Sourced {
  readonly id: string;
  readonly title: string;
  /** Own words. */
  readonly summary?: string;
  /** Level from which it is asked, where the set has levels: 1 is asked of everybody. */
  readonly level?: number;
  /** Empty: static analysis cannot answer it. */
  readonly weaknesses: readonly string[];
  /** Weaknesses without which static analysis does not answer; absent: all of them. */
  readonly core?: readonly string[];
  /** Narrows, by kind, the units and items that are of class C or security-relevant; absent: all of these. */
  readonly appliesTo?: Readonly<Record<string, Where>>;
  /** Absent: every way, static analysis only where there are weaknesses. */
  readonly answeredBy?: readonly AnsweredBy[];
  /** What it was in the edition before, as `pack@edition:id`. */
  readonly follows?: readonly string[];
}

export interface Method extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly domain: 'safety' | 'security';
  readonly version: string;
  readonly severity: readonly {
    readonly id: string;
    readonly title: string;
    readonly harm: 'none' | 'non-serious' | 'serious';
    readonly means: string;
  }[];
  /** Security: metrics of the vector, in order. */
  readonly vector?: readonly string[];
  /** How a vector of the method begins, such as `CVSS:3.1`. */
  readonly prefix?: string;
  /** Security: what of the vector the steps look at; exploitability of CVSS 3.1 where nothing is said. */
  readonly score?: 'exploitability' | 'cvss3-base' | 'cvss4-base';
  /** Security: questions whose answers give the vector. */
  readonly questions?: readonly MethodQuestion[];
  /** Security: steps that a person chooses, from likely to unlikely, instead of a vector. */
  readonly likelihood?: readonly { readonly id: string; readonly title: string; readonly means: string }[];
  /** Security: score from which a step holds, highest first. */
  readonly steps?: readonly { readonly id: string; readonly from: number }[];
  /** Safety: steps of P1 and P2 from likely to unlikely, and what is taken off their sum. */
  readonly probability?: {
    readonly steps: readonly { readonly id: number; readonly means: string }[];
    readonly minus: number;
    readonly atLeast: number;
  };
  /** Step of likelihood → level per severity, in the order of `severity`. */
  readonly matrix: Readonly<Record<string, readonly string[]>>;
  /** Levels up when one attack reaches many patients. */
  readonly multiPatient?: number;
  /** Levels from lowest to highest, with what their acceptance needs. */
  readonly accept: readonly {
    readonly level: string;
    readonly accept: 'yes' | 'with-reason' | 'with-benefit-risk' | 'no';
    readonly means: string;
  }[];
}

/** A question of a method; one that no answer leads to is asked of everybody. */
export interface MethodQuestion {
  readonly id: string;
  readonly metric: string;
  readonly asks: string;
  /** Each gives a value of the metric, or leads to another question. */
  readonly answers: readonly { readonly say: string; readonly value?: string; readonly next?: string }[];
}

/** A threat that a library knows: text that fits many devices, until somebody says what it means for this one. */
export interface ThreatPattern extends Sourced {
  readonly id: string;
  readonly title: string;
  /** What follows from it. */
  readonly text: string;
  readonly stride: readonly StrideLetter[];
  /** Part of the short set to begin with. */
  readonly core?: boolean;
  /** Asks for a letter of STRIDE that nothing more specific asks for at the same place. */
  readonly fallback?: boolean;
  readonly when?: ConditionText;
  /** Where it is raised: of each kind the first place that fits a record. */
  readonly at: readonly ThreatPlace[];
  readonly harmTo?: readonly ('patient' | 'privacy' | 'service')[];
  readonly phase?:
    'supply' | 'manufacture' | 'deployment' | 'interoperation' | 'maintenance' | 'decommissioning' | 'use';
  readonly weaknesses: readonly string[];
  readonly references: readonly string[];
  /** Ids of control patterns. */
  readonly controls: readonly string[];
}

export const STRIDE = ['S', 'T', 'R', 'I', 'D', 'E'] as const;
export type StrideLetter = (typeof STRIDE)[number];

export interface ThreatPlace {
  readonly kind: 'item' | 'interface' | 'flow' | 'soup';
  readonly where?: Where;
  /** What of the model raises it, as the reader sees it. */
  readonly because: string;
  /** The model shows that nothing stands against it. */
  readonly urgent?: boolean;
}

/** The eight categories of security controls of the FDA premarket guidance. */
export const CONTROL_CATEGORIES = [
  'authentication',
  'authorization',
  'cryptography',
  'code-data-execution-integrity',
  'confidentiality',
  'event-detection-and-logging',
  'resiliency-and-recovery',
  'firmware-and-software-updates',
] as const;

/** A control that a library suggests: what, never how much. */
export interface ControlPattern extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly category: (typeof CONTROL_CATEGORIES)[number];
  readonly means: 'software' | 'procedure';
  readonly core?: boolean;
  readonly verification: readonly string[];
  readonly references: readonly string[];
}

/** Words to begin a plan or procedure with; its id is that of the work product. */
export interface Starter extends Sourced {
  readonly id: string;
  readonly sections: readonly StarterSection[];
}

export interface StarterSection {
  readonly id: string;
  /** Heading, where the id does not say it well. */
  readonly title?: string;
  /** Every text has a marked place: nothing that a program wrote makes a section of its own. */
  readonly text: string;
  /** In place of the text where only what is relevant for security is asked. */
  readonly partial?: string;
  /** What follows it where a condition holds, or is not known. */
  readonly also?: readonly { readonly when: ConditionText; readonly text: string }[];
}

/** By what of the records a question of a form is answered; an answer is what they carry, never more. */
export interface AnsweredByRecords {
  readonly facts?: readonly string[];
  /** Categories of security controls that are what is asked. */
  readonly controls?: readonly (typeof CONTROL_CATEGORIES)[number][];
  /** Categories among which an answer may be: shown to look at, and no answer. */
  readonly nearby?: readonly (typeof CONTROL_CATEGORIES)[number][];
  /** Fields of data flows that cross a trust boundary. */
  readonly flows?: readonly string[];
  /** Interfaces that there are. */
  readonly interfaces?: boolean;
  /** Fields of SOUP components. */
  readonly soup?: readonly string[];
  /** As `work-product#section`. */
  readonly sections?: readonly string[];
  readonly workProducts?: readonly string[];
}

/** A section of a disclosure form for customers, such as MDS2. */
export interface Disclosure extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly ({ readonly asks: string } & AnsweredByRecords)[];
}

/** A place in the form of a submission. */
export interface Attachment extends Sourced, AnsweredByRecords {
  readonly id: string;
  readonly title: string;
  readonly form: 'attachment' | 'attachment-with-pages' | 'text' | 'yes-no' | 'form-fields';
  /** Ids of our documents that go there. */
  readonly documents: readonly string[];
  readonly when?: ConditionText;
}

/** A clause of a standard for which no pack exists: title only. */
export interface NamedClause extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly weight: Weight;
}

export interface Pack {
  readonly pack: string;
  readonly edition: string;
  readonly title: string;
  readonly weight: Weight;
  /** Licence and attribution of the content, where they are not those of the program; whoever shows entries names them. */
  readonly licence?: string;
  /** SHA-256 of what the pack says, not of its layout. */
  readonly digest: string;
  readonly facts: readonly Fact[];
  readonly clauses: readonly Clause[];
  readonly workProducts: readonly WorkProduct[];
  readonly selectors: readonly Selector[];
  readonly evidenceTypes: readonly EvidenceType[];
  readonly overhead?: Overhead;
  readonly effort?: Effort;
  readonly criteria: readonly SpecialCriterion[];
  readonly methods: readonly Method[];
  readonly threats: readonly ThreatPattern[];
  readonly controls: readonly ControlPattern[];
  readonly starters: readonly Starter[];
  readonly disclosures: readonly Disclosure[];
  readonly attachments: readonly Attachment[];
  readonly named: readonly NamedClause[];
  readonly sources: Readonly<Record<string, string>>;
  /** Packs and standards that its entries may name although nobody loaded them; a name outside is a slip. */
  readonly knownPacks: readonly string[];
  readonly overrides: readonly Override[];
}
