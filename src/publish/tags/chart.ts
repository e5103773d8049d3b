/** `::chart{kind=risk}`: a picture of numbers that also stand in words, as alternative text. */
import { isProven, type Hours, type ObligationAnswer } from '../../assess/index.js';
import { rateThreat, type ThreatMoment } from '../../threats/index.js';
import { obligationsChart } from '../charts/obligations-chart.js';
import { overheadChart, type OverheadBars } from '../charts/overhead-chart.js';
import { riskChart, type PlacedThreat } from '../charts/risk-chart.js';
import type { Chart } from '../charts/svg.js';
import { AGE_BANDS, countIn, vulnerabilitiesChart, VULNERABILITY_STATES } from '../charts/vulnerabilities-chart.js';
import { agedRecords, agesOf } from '../build/vulnerability-ages.js';
import { wordsTable } from '../build/words-table.js';
import type { Block } from '../document.js';
import { defineTag, type TagContext } from './define.js';

export default defineTag({
  name: 'chart',
  about:
    'A chart: hours of class and security, threats before and after control, obligations by state, or vulnerabilities by age.',
  form: 'block',
  attributes: {
    kind: {
      about: 'What it shows.',
      needed: true,
      values: ['overhead', 'risk', 'obligations', 'vulnerabilities'],
    },
  },
  build({ kind }, context) {
    switch (kind) {
      case 'overhead':
        return figure('What the class asks and what security adds, in hours', overhead(context), context);
      case 'risk':
        return risk(context);
      case 'vulnerabilities':
        return vulnerabilities(context);
      default:
        return figure('Obligations by state', obligations(context), context);
    }
  },
});

function figure(caption: string, { svg, alt }: Chart, context: TagContext): readonly Block[] {
  return [{ is: 'figure', id: context.newId('chart'), caption: [{ is: 'text', text: caption }], svg, alt }];
}

function paragraph(words: string): Block {
  return { is: 'paragraph', content: [{ is: 'text', text: words, emphasis: true }] };
}

function nameOf({ device }: TagContext): string {
  return device.name ?? 'The device';
}

function overhead(context: TagContext): Chart {
  const { overhead: found, effort, packs } = context.assessment;
  const places = new Map<string, OverheadBars>();
  for (const [id, { byClass, security }] of effort.byProduct) {
    const name = inWords(packs.workProducts.find((product) => product.id === id)?.place ?? 'other');
    const known = places.get(name) ?? { name, byClass: NOTHING, security: NOTHING };
    places.set(name, { name, byClass: sum(known.byClass, byClass), security: sum(known.security, security) });
  }
  const rows = [...places.values()]
    .filter(({ byClass, security }) => byClass.value !== 0 || security.value !== 0)
    .toSorted((a, b) => mostOf(b) - mostOf(a));
  const device = { name: nameOf(context), byClass: effort.byClass, security: effort.security };
  return overheadChart({
    device: { ...device, level: found.level.replaceAll('-', ' '), ratio: effort.ratio },
    places: rows,
  });
}

function inWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function mostOf({ byClass, security }: OverheadBars): number {
  return byClass.high + security.high;
}

const NOTHING: Hours = { value: 0, low: 0, high: 0 };

function sum(one: Hours, other: Hours): Hours {
  const value = one.value === 'unknown' || other.value === 'unknown' ? 'unknown' : one.value + other.value;
  return { value, low: one.low + other.low, high: one.high + other.high };
}

function risk(context: TagContext): readonly Block[] {
  const { trace, methods } = context.assessment;
  const { security: method } = methods;
  const threats = trace.all('threat');
  if (!method || threats.length === 0) return [];
  const placed = (moment: ThreatMoment): readonly PlacedThreat[] =>
    threats.flatMap((one) => place(one, moment, context));
  const asked = {
    device: nameOf(context),
    method,
    of: threats.length,
    before: placed('before'),
    after: placed('after'),
  };
  return figure('Security risk before and after control', riskChart(asked), context);
}

type Threat = Parameters<typeof rateThreat>[0];

function place(threat: Threat, moment: ThreatMoment, { assessment }: TagContext): readonly PlacedThreat[] {
  const { trace, proofs, methods } = assessment;
  const rated = rateThreat(threat, moment, methods);
  if (rated === 'unknown') return [];
  const reachesMany = threat.fields[moment]?.['multi-patient'] === true;
  const { likelihood, severity, rating: level } = rated;
  return [{ id: threat.id, likelihood, severity, level, reachesMany, isProven: isProven(threat, trace, proofs) }];
}

/** The numbers of the picture stand below it in a table as well: nobody has to read them from bars. */
function vulnerabilities(context: TagContext): readonly Block[] {
  const aged = agedRecords(context.assessment, context.date);
  if (aged.length === 0) return [paragraph('No vulnerabilities and no findings are written down.')];
  const ages = agesOf(aged);
  const caption = `Vulnerabilities and findings by age on ${context.date}`;
  const rows = AGE_BANDS.map((band) => [
    band,
    ...VULNERABILITY_STATES.map((state) => String(countIn(ages, band, state))),
    String(countIn(ages, band)),
  ]);
  const columns = ['Age', ...VULNERABILITY_STATES, 'all'].map(
    (name, at) => [inWords(name), at === 0 ? 0.28 : 0.12] as const,
  );
  const count = { shown: aged.length, of: aged.length, what: 'vulnerabilities and findings' };
  const table = wordsTable({ title: `${caption}, in numbers`, columns, rows, count }, context);
  return [...figure(caption, vulnerabilitiesChart(nameOf(context), ages, context.date), context), table];
}

const REASONS: readonly (readonly [ObligationAnswer['because'], string])[] = [
  ['safety-class', 'Asked by the class alone'],
  ['both', 'Asked by both'],
  ['cybersecurity', 'Added by security'],
];

function obligations(context: TagContext): Chart {
  const strips = REASONS.map(([because, name]) => {
    const counts = new Map<string, number>();
    for (const one of context.assessment.obligations) {
      if (one.because === because) counts.set(one.status, (counts.get(one.status) ?? 0) + 1);
    }
    return { name, counts };
  });
  return obligationsChart(nameOf(context), strips);
}
