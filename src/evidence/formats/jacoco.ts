/** JaCoCo XML (report.dtd 1.1): counters at the end of each `sourcefile`. */
import type { Covered, FileCoverage } from '../report.js';
import { readXml, type Element } from '../xml-events.js';
import { defineFormat } from './define.js';

const COUNTERS = new Map<string, 'lines' | 'branches' | 'functions'>([
  ['LINE', 'lines'],
  ['BRANCH', 'branches'],
  ['METHOD', 'functions'],
]);

export default defineFormat({
  name: 'jacoco',
  title: 'JaCoCo XML',
  ending: 'xml',
  detects: ({ root, text }) => root?.name === 'report' && /<(?:sessioninfo|package|group|counter)\b|jacoco/i.test(text),
  read(report, sink) {
    sink.has('coverage');
    let packageName = '';
    let file: { -readonly [K in keyof FileCoverage]: FileCoverage[K] } | undefined;
    let fileDepth = 0;
    const isWhole = readXml(
      report,
      {
        open({ name, attributes }, depth) {
          if (name === 'package') packageName = attributes.get('name') ?? '';
          if (name === 'sessioninfo') sink.ranAt(startOf(attributes.get('start')));
          if (name === 'sourcefile') {
            file = {
              file: `${packageName}/${attributes.get('name') ?? ''}`,
              lines: null,
              branches: null,
              functions: null,
            };
            fileDepth = depth;
          }
          const counter =
            name === 'counter' && depth === fileDepth + 1 ? COUNTERS.get(attributes.get('type') ?? '') : undefined;
          if (counter && file) file[counter] = countOf(attributes);
        },
        close(name) {
          if (name !== 'sourcefile' || !file) return;
          sink.coverage(file);
          file = undefined;
        },
      },
      sink,
    );
    sink.tool({ name: 'JaCoCo', version: null });
    sink.complete(isWhole);
  },
});

function countOf(attributes: Element['attributes']): Covered {
  const covered = Number(attributes.get('covered')) || 0;
  return { covered, total: covered + (Number(attributes.get('missed')) || 0) };
}

function startOf(written: string | undefined): string {
  const date = new Date(Number(written));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
