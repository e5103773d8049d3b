/** What scripts of Nmap say in tables (nmap.org/book/nse-api.html, structured output), as far as it is a vulnerability. */
import { clip, LIMITS } from '../limits.js';
import type { Level, ReportSink } from '../report.js';
import { levelOfScore } from '../severity.js';
import type { Element } from '../xml-events.js';

interface Table {
  readonly key: string;
  readonly values: Map<string, string>;
  readonly line: number;
}

export class ScriptTables {
  readonly #script: string;
  readonly #place: string;
  readonly #sink: ReportSink;
  readonly #tables: Table[] = [];
  #key = '';

  /** @param place host and port that the script looked at */
  constructor(script: string, place: string, sink: ReportSink) {
    this.#script = script;
    this.#place = place;
    this.#sink = sink;
  }

  open({ name, attributes, line }: Element): void {
    this.#key = attributes.get('key') ?? '';
    if (name === 'table') this.#tables.push({ key: this.#key, values: new Map(), line });
  }

  close(name: string, text: string): void {
    const table = this.#tables.at(-1);
    if (name === 'elem' && table && table.values.size < LIMITS.properties) table.values.set(this.#key, text);
    if (name !== 'table' || !table) return;
    this.#tables.pop();
    if (this.#script === 'vulners') this.#tellVulners(table);
    else if (table.key === 'scores') this.#tables.at(-1)?.values.set('score', [...table.values.values()][0] ?? '');
    else if (table.values.has('state') && table.values.has('title')) this.#tellVulns(table);
  }

  /** Each entry has an id and a score, and stands in the table of the product that it is about. */
  #tellVulners({ values, line }: Table): void {
    const id = values.get('id');
    if (id === undefined) return;
    const product = this.#tables.at(-1)?.key ?? '';
    this.#tell(id, `${id} in ${product}`, levelOfText(values.get('cvss')), line);
  }

  #tellVulns({ key, values, line }: Table): void {
    if (!/^(?:LIKELY )?VULNERABLE/.test(values.get('state') ?? '')) return;
    this.#tell(key, values.get('title') ?? '', levelOfText(values.get('score')), line);
  }

  #tell(rule: string, message: string, level: Level, line: number): void {
    this.#sink.finding({
      rule: clip(rule, 300),
      level,
      state: 'open',
      message: clip(message),
      file: clip(this.#place),
      fileLine: null,
      weaknesses: [],
      fingerprint: null,
      line,
    });
  }
}

/** A score may be followed by words, such as `10.0 (HIGH)`; without one nobody rated it. */
function levelOfText(written: string | undefined): Level {
  const score = /^\d{1,2}(?:\.\d+)?/.exec(written ?? '')?.[0];
  return score === undefined ? 'warning' : levelOfScore(Number(score));
}
