/** Finds software items of a lower class than a risk which they cause or keep small. */
import type { RecordOf } from '../records/index.js';
import { isOwnSoftware, type Trace } from '../trace/index.js';
import { defineRule, type ClassView } from './define.js';

export default defineRule({
  id: 'item-class-below-its-risk',
  title: 'Item of a lower class than a risk it causes or controls',
  why: 'What causes a risk, or is trusted to keep it small, has to be built with the care that this risk asks for.',
  because: 'safety-class',
  basis: ['iec62304:4.3', 'iec62304:7.2.2'],
  serves: ['software-safety-classification', 'software-risk-analysis'],
  severity: 'error',

  examples: {
    bad: `
      hazards:
        - { id: HAZ-1, title: Cause of an overdose not found, severity: S4 }
      risks:
        - { id: RSK-1, title: Records are lost under load, hazard: HAZ-1, causes: [EL-1], external-only: { p1: 5, p2: 3 } }
      items:
        - { id: EL-1, title: Audit writer, role: process, parent: SW-1, class: C }
        - id: EL-2
          title: Audit store
          role: store
          parent: SW-1
          class: A   # gap
          class-reason: It receives copies only.
          segregation: An append-only stream; no way back.
      controls:
        - { id: RC-1, title: Chained records, domain: safety, mitigates: [RSK-1] }
      requirements:
        - { id: SRS-1, level: software, title: Gaps are reported, satisfies: [RC-1], allocated-to: [EL-2] }`,
    ok: `
      hazards:
        - { id: HAZ-1, title: Cause of an overdose not found, severity: S4 }
      risks:
        - { id: RSK-1, title: Records are lost under load, hazard: HAZ-1, causes: [EL-1], external-only: { p1: 5, p2: 3 } }
      items:
        - { id: EL-1, title: Audit writer, role: process, parent: SW-1, class: C }
        - id: EL-2
          title: Report store
          role: store
          parent: SW-1
          class: A
          class-reason: It receives copies only.
          segregation: An append-only stream; no way back.
      controls:
        - { id: RC-1, title: Chained records, domain: safety, mitigates: [RSK-1] }
      requirements:
        - { id: SRS-1, level: software, title: Gaps are reported, satisfies: [RC-1], allocated-to: [EL-1] }`,
  },

  *check({ classes, trace }) {
    if (trace.all('risk').length === 0) return;
    for (const item of trace.all('item').filter(isOwnSoftware)) {
      const own = classHeld(item, classes);
      if (own === 'C') continue;
      const [first, ...others] = [...causedBy(item, trace), ...controlledBy(item, trace)]
        .filter(({ risk }) => classes.ofRisk(risk) > own)
        .toSorted((a, b) => classes.ofRisk(b.risk).localeCompare(classes.ofRisk(a.risk)));
      if (!first) continue;
      const asked = classes.ofRisk(first.risk);
      yield {
        at: item,
        field: 'class',
        what: `${item.id} is class ${own} and ${first.part}, which asks for class ${asked}.`,
        do: `Give ${item.id} class ${asked}, or move what it does there to an item of that class.`,
        see: [first, ...others].slice(0, 5).map(({ risk, part }) => ({ spot: risk.spot, note: `${item.id} ${part}.` })),
      };
    }
  },
});

interface Part {
  readonly risk: RecordOf<'risk'>;
  /** What the item does there, as the end of a sentence. */
  readonly part: string;
}

/** A class of its own counts as written; whether it may be lower than that of its whole is a rule of its own. */
function classHeld(item: RecordOf<'item'>, classes: ClassView): string {
  return item.fields.granularity === 'system' ? classes.of(item) : (item.fields.class ?? classes.of(item));
}

function causedBy(item: RecordOf<'item'>, trace: Trace): readonly Part[] {
  const risks = trace.linkedOf(item, 'contributes-to', 'risk');
  return risks.map((risk) => ({ risk, part: `can cause ${risk.id}` }));
}

function controlledBy(item: RecordOf<'item'>, trace: Trace): readonly Part[] {
  const controls = trace
    .linkedOf(item, 'requirements', 'requirement')
    .flatMap((requirement) => trace.linkedOf(requirement, 'satisfies', 'control'));
  return [...new Set(controls)].flatMap((control) =>
    trace
      .linkedOf(control, 'mitigates', 'risk')
      .map((risk) => ({ risk, part: `realises ${control.id} against ${risk.id}` })),
  );
}
