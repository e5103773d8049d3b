/** At least one small fault for each rule. */
import { append, at, once } from './edit.js';
import { fault, product, type Fault } from './fault.js';

const MAY_CROSS = {
  also: {
    gaps: [
      'crossing-without-threat@DF-6',
      product('security-architecture-views#SAV-3'),
      product('security-test-report#STS-3'),
    ],
    because: 'what could not be read may hold a boundary, so every flow may cross one',
  },
};
const OPENED_AGAIN = 'what the decision took out stands again';

export const RULE_FAULTS: readonly Fault[] = [
  // Reading
  fault('a field without a value', at('context.yaml', 'AG-1', 'skill: medium', 'skill: '), 'empty-value@AG-1#skill'),
  fault(
    'a text without a value',
    at('context.yaml', 'INF-1', 'wording: If the tablet does not answer, set the rate at the pump.', 'wording:'),
    'empty-value@INF-1#wording',
  ),
  fault(
    'a field that no kind has',
    at('context.yaml', 'AG-2', 'skill: low', 'skill: low, hobby: none'),
    'unknown-field@AG-2#hobby',
  ),
  fault(
    'a field with a slip of the pen',
    at('architecture.yaml', 'DF-4', 'protocol: SPI', 'protocoll: SPI'),
    'unknown-field@DF-4#protocoll',
  ),
  fault(
    'a fact that no pack knows',
    once('medward.yaml', 'update-path: local', 'update-path: local\n  colour: white'),
    'unknown-field@project#profile.colour',
  ),
  fault(
    'a word that is none of the choices',
    at('context.yaml', 'AG-1', 'skill: medium', 'skill: clever'),
    'wrong-type@AG-1#skill',
  ),
  fault(
    'a day that is none',
    at('problems.yaml', 'PR-1', 'closed-on: 2026-09-14', 'closed-on: last autumn'),
    'wrong-type@PR-1#closed-on',
  ),
  fault(
    'a fact with a wrong value',
    once('medward.yaml', 'life-phase: on-the-market', 'life-phase: on-the-market\n  documentation-level: high'),
    'wrong-type@project#profile.documentation-level',
  ),
  fault(
    'a method that no pack has',
    once('medward.yaml', 'markets: [eu]', 'markets: [mars]'),
    'wrong-type@project#profile.markets',
    {
      also: { gaps: ['fact-unknown@project#markets'], because: 'a value that cannot be read leaves the fact unknown' },
    },
  ),
  fault(
    'a list under a name that is no kind',
    append('records/context.yaml', 'agentz:\n  - { id: AG-3, title: Thief }\n'),
    'unknown-kind@file:records/context.yaml#agentz',
    MAY_CROSS,
  ),
  fault(
    'a section of an unknown kind',
    append('records/needs.md', '\n## UN-3 Quiet at night\n```yaml\nkind: wish\n```\nNo beep at night.\n'),
    'unknown-kind@file:records/needs.md#wish',
    MAY_CROSS,
  ),
  fault(
    'an id that begins with a figure',
    append('records/context.yaml', '\nassets:\n  - { id: 4711, title: Door key, type: key }\n'),
    'malformed-id@file:records/context.yaml#4711',
  ),
  fault(
    'the same agent twice',
    at(
      'context.yaml',
      'AG-2',
      '\n\n',
      '\n  - { id: AG-2, title: Visitor, reach: physical, skill: low, status: approved }\n\n',
    ),
    'duplicate-id@AG-2',
  ),
  fault(
    'the same information in another file',
    append(
      'records/release.yaml',
      '\ninformation:\n  - { id: INF-1, title: Go on with the keys, place: Label, audience: nurses, wording: Use the keys., status: approved }\n',
    ),
    'duplicate-id@INF-1',
  ),
  fault(
    'a view without a purpose',
    at('architecture.yaml', 'VW-3', '    purpose: security-use-case\n'),
    'missing-field@VW-3#purpose',
    {
      also: {
        gaps: [product('software-architecture-description#SW-1,SAD-7')],
        because: 'it may be a view of the software, and nobody approved it as one',
      },
    },
  ),
  fault(
    'a record without an id',
    append('records/context.yaml', '\ndesigns:\n  - { title: Timer }\n'),
    'missing-field@file:records/context.yaml#designs%2Cid',
  ),
  fault(
    'a folder outside the project',
    once('medward.yaml', 'records: [records]', 'records: [records, ../other]'),
    'outside-project@project#records',
  ),

  // Linking
  fault(
    'an id with a slip of the pen',
    at('context.yaml', 'ASM-1', 'supports: [TH-1]', 'supports: [TH-11]'),
    'dangling-link@ASM-1#supports,TH-11',
  ),
  fault(
    'a link of the other end to nothing',
    at('risks.md', 'RSK-3', 'controls: [RC-3, RC-4]', 'controls: [RC-3, RC-4, RC-9]'),
    'dangling-link@RSK-3#controls,RC-9',
  ),
  fault(
    'a tag in code that names nothing',
    once('src/dose-check.c', '@implements SRS-1', '@implements SRS-1, SRS-77'),
    'dangling-link@file:src/dose-check.c#implements,SRS-77',
  ),
  fault(
    'a work product that does not exist',
    at(
      'documents.yaml',
      'DOC-9',
      '- software-development-plan#life-cycle',
      '- software-development-plan#life-cycle\n      - software-development-plan#moon',
    ),
    'dangling-link@DOC-9#covers,software-development-plan%23moon',
  ),
  fault(
    'a weakness that is none',
    at('threats/TH-1.md', 'TH-1', 'weaknesses: [CWE-345]', 'weaknesses: [CWE-345, WEAK-1]'),
    'dangling-link@TH-1#weaknesses,WEAK-1',
  ),
  fault(
    'information that tells of an agent',
    at('context.yaml', 'INF-1', 'tells-of: [RSK-2]', 'tells-of: [AG-1]'),
    'link-to-wrong-kind@INF-1#tells-of,AG-1',
  ),
  fault(
    'a tag in code that names an agent',
    once('src/dose-check.c', '@implements SRS-1', '@implements SRS-1, AG-1'),
    'link-to-wrong-kind@file:src/dose-check.c#implements,AG-1',
  ),
  fault(
    'a system requirement that satisfies one of software',
    at('requirements/system.md', 'SYS-4', 'satisfies: [UN-2]', 'satisfies: [UN-2, SRS-1]'),
    'link-not-allowed@SYS-4#satisfies,SRS-1',
  ),
  fault(
    'a credited control that is not external',
    at('risks.md', 'RSK-2', 'external-only:', 'external-controls: [RC-4]\nexternal-only:'),
    'link-not-allowed@RSK-2#external-controls,RC-4',
    {
      toldTwice: ['external-control-without-independence@RC-4'],
    },
  ),
  fault(
    'a flow via an interface of a third item',
    at('architecture.yaml', 'DF-6', 'to: EL-2', 'to: EL-2\n    via: [IF-5]'),
    'link-not-allowed@DF-6#via,IF-5',
  ),
  fault(
    'a unit with a part',
    at('architecture.yaml', 'EL-5', 'parent: SW-1', 'parent: EL-2'),
    'link-not-allowed@EL-5#parent,EL-2',
  ),
  fault(
    'a decision about nothing',
    at('problems.yaml', 'DEC-1', '    scope: [CIL-6]\n'),
    'link-not-allowed@DEC-1#scope',
  ),
  fault(
    'two boundaries inside each other',
    at('architecture.yaml', 'TB-1', 'type: device', 'type: device, parent: TB-2'),
    'circular-link@TB-1#parent',
  ),
  fault(
    'a record that replaces itself',
    at('context.yaml', 'ASM-1', 'owner: yildiz', 'owner: yildiz\n    replaces: [ASM-1]'),
    'circular-link@ASM-1#replaces',
  ),
  fault(
    'an agent that another one replaces',
    at('context.yaml', 'AG-1', 'skill: medium', 'skill: medium, replaces: [AG-2]'),
    'retired-id-used-again@AG-2',
  ),
  fault(
    'an approval of nothing',
    at('sign-off.yaml', 'AP-8', '    approves: [TH-3]\n'),
    'required-link-missing@AP-8#approves',
  ),
  fault(
    'an item with two wholes',
    at('architecture.yaml', 'EL-5', 'parent: SW-1', 'parent: [SW-1, EL-1]'),
    'too-many-links@EL-5#parent',
  ),
  fault(
    'an item in two boundaries',
    at('architecture.yaml', 'EL-5', 'boundary: TB-2', 'boundary: [TB-2, TB-1]'),
    'too-many-links@EL-5#boundary',
  ),

  // Facts, class, overhead
  fault(
    'a radio that the profile does not say',
    once('medward.yaml', '[usb-power-only, short-range-radio]', '[usb-power-only]'),
    'fact-contradicted@project#exposure',
  ),
  fault(
    'essential performance denied',
    once('medward.yaml', 'essential-performance: yes', 'essential-performance: no'),
    'fact-contradicted@project#essential-performance',
  ),
  fault(
    'a barrier that the same attack defeats',
    at(
      'controls.yaml',
      'RC-1',
      'external: yes',
      'external: yes\n    security-effect: { defeatable: yes, why: The tablet opens it too. }',
    ),
    'fact-contradicted@project#independent-barrier',
  ),
  fault('a market that nobody stated', once('medward.yaml', '  markets: [eu]\n'), 'fact-unknown@project#markets'),
  fault(
    'a charging socket that nobody showed to carry no data',
    once(
      'medward.yaml',
      '  power-only-shown: yes # drawing E-17: the data lines of the charging socket are not connected\n',
    ),
    'power-only-not-shown@project',
  ),
  fault(
    'an update path beside no exposure',
    once('medward.yaml', 'update-path: none', 'update-path: local'),
    'not-exposed-contradicted@project',
    { variant: 'with the radio off' },
  ),
  fault(
    'class C without saying why',
    once(
      'medward.yaml',
      '    class-reason: An overdose can kill (RSK-1), and the valve alone does not make it acceptable.\n',
    ),
    'system-without-class-reason@SW-1',
  ),
  fault('a class below that of the risks', once('medward.yaml', 'class: C', 'class: B'), 'class-below-computed@SW-1'),
  fault(
    'nobody says on which day the list was complete',
    at('sign-off.yaml', 'ST-1', '    date: 2026-10-26\n'),
    'class-by-default@SW-1',
    { variant: 'of class A' },
  ),
  fault(
    'class A, serious harm, and no barrier',
    once('medward.yaml', 'independent-barrier: yes', 'independent-barrier: no'),
    'class-and-exploit-harm-disagree@project',
    { variant: 'of class A' },
  ),
  fault(
    'a forged rate that only starts the therapy late',
    at('threats/TH-1.md', 'TH-1', 'hazards: [HAZ-1]', 'hazards: [HAZ-2]'),
    'exploit-harm-below-class@project',
  ),
  fault(
    'a barrier without its proof',
    at(
      'controls.yaml',
      'RC-1',
      "    proof: { reference: 'Type test 17, version 2, archive of the laboratory', confirmed-by: costa, date: 2026-02-16 }\n",
    ),
    'barrier-not-proven@RC-1',
  ),
  fault(
    'a credited control that does not say why it is independent',
    at('controls.yaml', 'RC-1', '    independence: A spring drives it; no line of the software reaches it.\n'),
    'external-control-without-independence@RC-1',
    { variant: 'without a barrier' },
  ),
  fault(
    'a lower class without segregation',
    at(
      'architecture.yaml',
      'EL-5',
      '    segregation: Runs in a memory partition that the hardware keeps from writing to the others.\n',
    ),
    'item-class-below-system-without-reason@EL-5',
  ),
  fault(
    'a lower class without a reason',
    at('architecture.yaml', 'EL-5', '    class-reason: It shows and decides nothing; the alarm sounds without it.\n'),
    'item-class-below-system-without-reason@EL-5',
  ),

  // Requirements and design
  fault(
    'a need that no requirement takes up',
    at('requirements/system.md', 'SYS-4', 'satisfies: [UN-2]', 'satisfies: [UN-1]'),
    'need-without-requirement@UN-2',
  ),
  fault(
    'a requirement that comes from nowhere',
    at('requirements/software.md', 'SRS-9', 'satisfies: [SYS-1]\n'),
    'requirement-without-origin@SRS-9',
  ),
  fault(
    'a requirement that no item has to meet',
    at('requirements/software.md', 'SRS-9', 'allocated-to: [EL-5]\n'),
    'requirement-without-item@SRS-9',
  ),
  fault(
    'a requirement that no test verifies',
    at('tests.md', 'TC-13', 'verifies: [SRS-9, EL-5]', 'verifies: [EL-5]'),
    'requirement-without-test@SRS-9',
    { variant: 'with SRS-9 not reviewed yet' },
  ),
  fault(
    'a unit whose design is that of another item',
    at('architecture.yaml', 'SDD-1', 'of: EL-2', 'of: EL-3'),
    'unit-without-design@EL-2',
  ),
  fault(
    'a unit that nothing verifies',
    [
      at('tests.md', 'TC-1', 'verifies: [EL-2]', 'verifies: [SDD-1]'),
      at('tests.md', 'TC-18', 'verifies: [SW-1, EL-2]', 'verifies: [SW-1]'),
    ],
    'unit-without-verification@EL-2',
    {
      variant: 'with EL-2 not reviewed yet',
      toldTwice: [product('code-review-records#SW-1,CRR-1')],
    },
  ),
  fault(
    'a port that no integration test uses',
    at('tests.md', 'TC-14', 'IF-2, IF-3, IF-4', 'IF-2, IF-4'),
    'interface-without-integration-test@IF-3',
  ),
  fault(
    'a bus that does not say whether it is open',
    at('architecture.yaml', 'IF-5', '    enabled: yes\n'),
    'interface-without-state@IF-5',
  ),
  fault(
    'a radio that does not say from where it is reached',
    at('architecture.yaml', 'IF-1', '    reach: adjacent\n'),
    'interface-without-state@IF-1',
  ),
  fault(
    'an open bus without a flow',
    at('architecture.yaml', 'DF-4', '    via: [IF-5]\n'),
    'interface-without-flow@IF-5',
  ),

  // Risks and controls
  fault(
    'a hazard to which no sequence of events leads',
    at('risks.md', 'RSK-1', 'hazard: HAZ-1', 'hazard: HAZ-2'),
    'hazard-without-risk@HAZ-1',
  ),
  fault(
    'a risk that is not on the scale',
    at('risks.md', 'RSK-3', 'before: { p1: 2, p2: 2 }', 'before: { p1: 9, p2: 2 }'),
    'risk-not-rated@RSK-3#before',
  ),
  fault(
    'a risk that nobody rated after control',
    at('risks.md', 'RSK-2', 'after: { p1: 2, p2: 2 }\n'),
    'risk-not-rated@RSK-2#after',
    {
      toldTwice: [product('software-risk-analysis#SW-1,SRA-7')],
    },
  ),
  fault('a risk without control', at('risks.md', 'RSK-2', 'controls: [RC-3, RC-4]\n'), 'risk-without-control@RSK-2'),
  fault(
    'a risk without the question of 4.3',
    at('risks.md', 'RSK-2', 'external-only: { p1: 5, p2: 5 }', 'external-only: { p1: 9, p2: 5 }'),
    'risk-without-external-rating@RSK-2',
  ),
  fault(
    'a risk that stays without a reason',
    at('risks.md', 'RSK-1', 'after-reason: The limit is set per drug already; a lower one would refuse therapies.\n'),
    'risk-not-acceptable-after-control@RSK-1',
  ),
  fault(
    'a typed rating that the matrix does not give',
    at('risks.md', 'RSK-3', 'after: { p1: 2, p2: 2 }', 'after: { p1: 2, p2: 2, rating: N }'),
    'typed-rating-differs@RSK-3#after.rating',
  ),
  fault(
    'a typed rating of a threat',
    at('threats/TH-4.md', 'TH-4', 'PR:L/UI:N, severity: S1 }', 'PR:L/UI:N, severity: S1, rating: M }'),
    'typed-rating-differs@TH-4#after.rating',
  ),
  fault(
    'a control that answers nothing',
    at('controls.yaml', 'SC-1', '    mitigates: [TH-1, TH-5]\n'),
    'control-without-purpose@SC-1',
  ),
  fault(
    'a control that no requirement demands',
    at('requirements/software.md', 'SRS-1', 'satisfies: [SYS-1, RC-2]', 'satisfies: [SYS-1]'),
    'control-without-requirement@RC-2',
  ),
  fault(
    'a security control that no requirement demands',
    at('requirements/software.md', 'SRS-3', 'satisfies: [SYS-4, SC-1]', 'satisfies: [SYS-4]'),
    'control-without-requirement@SC-1',
  ),
  fault(
    'a control of no category',
    at('controls.yaml', 'SC-4', '    category: event-detection-and-logging\n'),
    'control-without-category@SC-4',
  ),
  fault(
    'a control that nobody tries to defeat',
    at('tests.md', 'TC-7', 'type: threat-mitigation', 'type: robustness'),
    'control-without-defeat-test@SC-2',
    { toldTwice: [product('security-test-report#STS-2')] },
  ),
  fault(
    'harm of a control that nothing answers',
    at('controls.yaml', 'SC-2', ', answered-by: [SRS-5]'),
    'safety-effect-unanswered@SC-2',
  ),
  fault(
    'a control whose harm reaches no hazard',
    at('controls.yaml', 'SC-2', 'hazards: [HAZ-2], '),
    'safety-effect-unanswered@SC-2',
  ),
  fault(
    'a control of which nobody said whether it can hurt',
    at('controls.yaml', 'SC-3', '    safety-effect: { harms: no, why: Reading back is checked at power-on. }\n'),
    'safety-effect-unanswered@SC-3',
  ),

  // Threats
  fault(
    'an asset without a place',
    at('architecture.yaml', 'EL-1', '    assets: [AS-3]\n'),
    'asset-without-place@AS-3',
  ),
  fault(
    'a part that no threat considers',
    at('threats/TH-4.md', 'TH-4', 'EL-1, EL-5, DF-5', 'EL-1, DF-5'),
    'element-without-threat@EL-5',
  ),
  fault(
    'a crossing that no threat considers',
    at('threats/TH-2.md', 'TH-2', 'DF-2, DF-3, IF-1', 'DF-2, IF-1'),
    'crossing-without-threat@DF-3',
  ),
  fault(
    'a bus that can be reached and no threat considers',
    [
      at('architecture.yaml', 'IF-5', 'reach: none', 'reach: local'),
      at('threats/TH-3.md', 'TH-3', 'EL-4, DF-4', 'EL-4'),
    ],
    'interface-without-threat@IF-5',
    { also: { gaps: [product('security-test-report#STS-3')], because: 'what can be reached has to be tested too' } },
  ),
  fault(
    'a rating by an older version of the method',
    at(
      'threats/TH-1.md',
      'TH-1',
      'AV:A/AC:L/PR:N/UI:N, severity: S4',
      'AV:A/AC:L/PR:N/UI:N, severity: S4, method: cvss31-exploitability@0',
    ),
    'rating-of-other-method@TH-1#before.method',
  ),
  fault(
    'a rating after control that counted a control which is gone',
    at(
      'threats/TH-1.md',
      'TH-1',
      'AV:A/AC:H/PR:H/UI:N, severity: S4',
      'AV:A/AC:H/PR:H/UI:N, severity: S4, counted: { SC-99: gone }',
    ),
    'rated-with-other-controls@TH-1',
  ),
  fault(
    'a vector that the answers behind it do not give',
    at(
      'threats/TH-1.md',
      'TH-1',
      'AV:A/AC:L/PR:N/UI:N, severity: S4',
      'AV:A/AC:L/PR:N/UI:N, severity: S4, answers: { XAVN: yes, XAVT: yes }, guided-by: mitre-rubric@0.12.04',
    ),
    'vector-differs-from-answers@TH-1#before.vector',
  ),
  fault(
    'a threat that is still the text of a library',
    at('threats/TH-3.md', 'TH-3', 'harm-to: privacy', 'harm-to: privacy\ngeneric: yes'),
    'threat-left-generic@TH-3',
    { also: { gaps: ['element-without-threat@EL-4'], because: 'text of a library considers nothing' } },
  ),
  fault('a threat without an asset', at('threats/TH-4.md', 'TH-4', 'assets: [AS-3]\n'), 'threat-without-asset@TH-4', {
    variant: 'asked by the FDA',
  }),
  fault('a threat without a harm', at('threats/TH-3.md', 'TH-3', 'harm-to: privacy\n'), 'threat-without-hazard@TH-3', {
    variant: 'asked by the FDA',
  }),
  fault(
    'a threat without a control',
    at('controls.yaml', 'SC-4', 'mitigates: [TH-4, TH-5]', 'mitigates: [TH-5]'),
    'threat-without-control@TH-4',
  ),
  fault(
    'a threat milder than its hazard',
    at(
      'threats/TH-2.md',
      'TH-2',
      'before: { vector: AV:A/AC:L/PR:N/UI:N, severity: S2 }',
      'before: { vector: AV:A/AC:L/PR:N/UI:N, severity: S1 }',
    ),
    'severity-below-hazard-without-reason@TH-2',
  ),
  fault(
    'a threat that stays and may not',
    at(
      'threats/TH-3.md',
      'TH-3',
      'after: { vector: AV:P/AC:H/PR:N/UI:N, severity: S2 }',
      'after: { vector: AV:A/AC:L/PR:N/UI:N, severity: S4 }',
    ),
    'residual-risk-not-acceptable@TH-3',
  ),
  fault(
    'a threat that stays without a reason',
    at(
      'threats/TH-2.md',
      'TH-2',
      'residual-reason: The keys of the pump work meanwhile; a longer lock would help the attacker.\n',
    ),
    'residual-risk-without-reason@TH-2',
  ),
  fault(
    'a high risk that nobody weighed against the benefit',
    at('problems.yaml', 'DEC-2', 'type: benefit-risk', 'type: risk-acceptance'),
    'high-residual-risk-not-accepted@TH-5',
  ),
  fault(
    'a threat that nobody rated after control',
    at('threats/TH-4.md', 'TH-4', 'after: { vector: AV:P/AC:L/PR:L/UI:N, severity: S1 }\n'),
    'high-residual-risk-not-accepted@TH-4',
    { toldTwice: [product('security-risk-assessment#SEC-1')] },
  ),

  // Components, problems, changes
  fault(
    'a component that no item uses',
    at('architecture.yaml', 'SOUP-2', '    used-in: [EL-1]\n'),
    'soup-without-item@SOUP-2',
  ),
  fault(
    'a component of which nothing is required',
    [
      at('requirements/software.md', 'SRS-10', 'allocated-to: [EL-3, SOUP-1]', 'allocated-to: [EL-3]'),
      at(
        'architecture.yaml',
        'SOUP-1',
        '    required-of-it: Connects within a second and reports each lost connection.\n',
      ),
    ],
    'soup-without-requirement@SOUP-1',
  ),
  fault(
    'a problem rejected without a reason',
    at('problems.yaml', 'PR-3', '    rationale: It is meant to be so bright.\n'),
    'anomaly-without-outcome@PR-3',
  ),
  fault(
    'a problem closed without a change',
    at('problems.yaml', 'CR-1', '    resolves: [PR-1]\n'),
    'anomaly-without-outcome@PR-1',
  ),
  fault(
    'an open problem that the release does not list',
    at('release.yaml', 'REL-1.2.0', '    known-anomalies: [PR-2]\n'),
    'open-anomaly-not-listed@PR-2',
  ),
  fault(
    'a change that nothing verifies',
    at('tests.md', 'TC-22', 'verifies: [CR-2]', 'verifies: [IF-4]'),
    'change-without-verification@CR-2',
  ),
  fault(
    'a finding of which nobody decided anything',
    at('problems.yaml', 'FND-1', '    disposition: fixed\n'),
    'finding-without-disposition@FND-1',
    { variant: 'asked by the FDA' },
  ),

  // Decisions
  fault(
    'a decision without a reason',
    at('problems.yaml', 'DEC-1', '    reason: The list is made by the build and judged there.\n'),
    'decision-without-reason@DEC-1',
  ),
  fault('a decision of nobody', at('problems.yaml', 'DEC-1', '    by: costa\n'), 'decision-without-person@DEC-1'),
  fault(
    'a decision without a day',
    at('problems.yaml', 'DEC-1', '    date: 2026-10-26\n'),
    'decision-without-date@DEC-1',
  ),
  fault(
    'a decision of tomorrow',
    at('problems.yaml', 'DEC-1', 'date: 2026-10-26', 'date: 2026-11-25'),
    'decision-without-date@DEC-1',
  ),
  fault(
    'a decision that ended yesterday',
    at('problems.yaml', 'DEC-1', 'until: 2027-10-31', 'until: 2026-11-23'),
    'decision-past-its-end@DEC-1',
  ),
  fault(
    'a decision about content that changed',
    at('problems.yaml', 'PR-3', 'Nurses find the screen too bright.', 'Patients cannot sleep.'),
    'decision-content-changed@DEC-4#PR-3',
    {
      keepBindings: true,
      also: {
        gaps: [
          product('problem-trend-analysis#PTA-2'),
          product('feedback-records#FBK-3'),
          product('user-and-regulator-notices#URN-5'),
        ],
        because: 'three statements were about the same content',
      },
    },
  ),
  fault(
    'a decision that is bound to nothing',
    at('problems.yaml', 'DEC-1', '      SW-1: ', '      SW-2: '),
    'decision-content-changed@DEC-1#SW-1',
  ),
  fault(
    'a decision that ended, with what it took out',
    at('problems.yaml', 'DEC-3', 'until: 2027-10-31', 'until: 2026-11-23'),
    'decision-past-its-end@DEC-3',
    { also: { gaps: ['control-without-purpose@SC-5'], because: OPENED_AGAIN } },
  ),
  fault(
    'a decision about another rule',
    at('problems.yaml', 'DEC-3', 'scope: [control-without-purpose]', 'scope: [control-without-category]'),
    'control-without-purpose@SC-5',
  ),
  fault(
    'an acceptance that is bound to nothing',
    at('problems.yaml', 'DEC-2', '      TH-5: ', '      TH-55: '),
    'decision-content-changed@DEC-2#TH-5',
    { also: { gaps: ['high-residual-risk-not-accepted@TH-5'], because: OPENED_AGAIN } },
  ),
];
