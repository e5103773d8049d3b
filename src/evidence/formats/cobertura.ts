/**
 * Cobertura XML (coverage-04.dtd), as Cobertura, coverage.py, gcovr, Istanbul, coverlet and PHPUnit write it. Counts are
 * taken from the lines, because the rates at the top are rounded.
 */
import type { Covered } from '../report.js';
import { readXml } from '../xml-events.js';
import { defineFormat } from './define.js';

interface Class {
  readonly file: string;
  readonly lines: Map<string, { isCovered: boolean; branches: Covered | null }>;
}

export default defineFormat({
  name: 'cobertura',
  title: 'Cobertura XML',
  ending: 'xml',
  detects: ({ root }) =>
    root?.name === 'coverage' && (root.attributes.has('line-rate') || !root.attributes.has('generated')),
  read(report, sink) {
    sink.has('coverage');
    let inside: Class | undefined;
    const isWhole = readXml(
      report,
      {
        open({ name, attributes }) {
          if (name === 'coverage' && attributes.has('timestamp')) sink.ranAt(timeOf(attributes.get('timestamp') ?? ''));
          if (name === 'class') inside = { file: attributes.get('filename') ?? '', lines: new Map() };
          if (name !== 'line' || !inside) return;
          // A line may stand under its method and again under its class.
          const number = attributes.get('number') ?? '';
          const isCovered = Number(attributes.get('hits')) > 0 || inside.lines.get(number)?.isCovered === true;
          inside.lines.set(number, { isCovered, branches: branchesOf(attributes.get('condition-coverage')) });
        },
        close(name) {
          if (name !== 'class' || !inside) return;
          sink.coverage({ file: inside.file, ...countsOf(inside), functions: null });
          inside = undefined;
        },
      },
      sink,
    );
    sink.complete(isWhole);
  },
});

function countsOf({ lines }: Class): { lines: Covered; branches: Covered | null } {
  const all = [...lines.values()];
  const branches = all.flatMap((line) => line.branches ?? []);
  const sum = (key: keyof Covered): number => branches.reduce((total, branch) => total + branch[key], 0);
  return {
    lines: { covered: all.filter((line) => line.isCovered).length, total: all.length },
    branches: branches.length > 0 ? { covered: sum('covered'), total: sum('total') } : null,
  };
}

/** As `50% (1/2)`. */
function branchesOf(written: string | undefined): Covered | null {
  const [, covered, total] = /\((\d{1,9})\/(\d{1,9})\)/.exec(written ?? '') ?? [];
  return covered === undefined ? null : { covered: Number(covered), total: Number(total) };
}

/** Seconds or milliseconds since 1970. */
function timeOf(written: string): string {
  const time = Number(written);
  if (!Number.isFinite(time) || time <= 0) return '';
  const date = new Date(time < 1e11 ? time * 1000 : time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
