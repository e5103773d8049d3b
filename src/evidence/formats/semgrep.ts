/**
 * Semgrep JSON (semgrep.dev, JSON output; semgrep_output_v1 of semgrep-interfaces, as of 1.97). Rules that found nothing
 * do not stand in it, so that only the weaknesses of findings are known to have been looked for.
 */
import { at, countOf, listAt, objectOf, textAt, textOf } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import type { ReportSink } from '../report.js';
import { levelOfWord } from '../severity.js';
import { weaknessesIn } from '../weaknesses.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'semgrep',
  title: 'Semgrep JSON',
  ending: 'json',
  detects: ({ json, text }) =>
    json?.isList === false &&
    json.keys.has('results') &&
    (/"check_id"\s*:/.test(text) || (json.keys.has('errors') && json.keys.has('paths'))),
  read(report, sink) {
    sink.has('findings');
    let hasErrors: boolean | undefined;
    let version: string | null = null;
    const isWhole = readJson(
      report,
      ['$.version', '$.results.*', '$.errors.*', '$.paths.scanned.*'],
      ({ path: [area], value, line }) => {
        if (area === 'version') version = textOf(value) ?? null;
        else if (area === 'results') tellResult(value, line, sink);
        else if (area === 'paths' && typeof value === 'string') sink.scanned(value);
        else if (area === 'errors' && at(value, 'level') === 'error') {
          hasErrors = true;
          sink.problem(`Semgrep says: ${clip(textAt(value, 'message') ?? 'an error without words', 300)}`, line);
        }
      },
      sink,
      ([area, ...deeper]) => {
        if (area === 'errors' && deeper.length === 0) hasErrors ??= false;
      },
    );
    sink.tool({ name: 'Semgrep', version });
    if (!isWhole || hasErrors !== undefined) sink.complete(isWhole && hasErrors === false);
  },
});

function tellResult(result: unknown, line: number, sink: ReportSink): void {
  if (!objectOf(result)) return sink.problem('A result is expected to be an object here.', line);
  const weaknesses = weaknessesOf(result);
  for (const weakness of weaknesses) sink.weakness(weakness);
  const severity = textAt(result, 'extra', 'severity') ?? '';
  sink.finding({
    rule: clip(textAt(result, 'check_id') ?? ''),
    // An inventory lists what is used, without judging it.
    level: /^(?:inventory|experiment)$/i.test(severity) ? 'none' : levelOfWord(severity, line, sink),
    state: at(result, 'extra', 'is_ignored') === true ? 'suppressed' : 'open',
    message: clip(textAt(result, 'extra', 'message') ?? ''),
    file: clip(textAt(result, 'path') ?? ''),
    fileLine: countOf(at(result, 'start', 'line')) ?? null,
    weaknesses,
    fingerprint: fingerprintIn(result),
    line,
  });
}

/** `cwe` is a list, in older rules a single text. */
function weaknessesOf(result: unknown): readonly string[] {
  const written = at(result, 'extra', 'metadata', 'cwe');
  const words = [written, ...listAt(result, 'extra', 'metadata', 'cwe')];
  return [...new Set(words.flatMap((word) => weaknessesIn(textOf(word) ?? '')))];
}

/** Without an account there stand words instead (`requires login`). */
function fingerprintIn(result: unknown): string | null {
  const written = textAt(result, 'extra', 'fingerprint') ?? '';
  return /^[0-9a-f]{32,}(?:_\d+)?$/.test(written) ? `semgrep:${clip(written, 290)}` : null;
}
