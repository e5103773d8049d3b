/**
 * Counts the findings of a scan report by another way than the readers: the whole text at once, with patterns for XML and
 * `JSON.parse` for JSON. Error, warning, note, none, suppressed.
 */
export type Counts = readonly [error: number, warning: number, note: number, none: number, suppressed: number];

const LEVEL: Readonly<Record<string, number>> = {
  critical: 0,
  high: 0,
  error: 0,
  medium: 1,
  warning: 1,
  low: 2,
  info: 3,
  information: 3,
  none: 3,
};

function tally(levels: readonly number[]): Counts {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const level of levels) counts[level as 0]++;
  return counts;
}

function byWords(words: readonly (string | undefined)[]): Counts {
  return tally(words.map((word) => LEVEL[word?.toLowerCase() ?? ''] ?? Number.NaN));
}

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function zap(text: string): Counts {
  const alerts = text.split('<alertitem>').slice(1);
  const levels = alerts.flatMap((alert) => {
    const risk = 3 - Number(all(alert, /<riskcode>(\d)<\/riskcode>/g)[0]);
    return all(alert, /<(instance)>/g).map(() => risk);
  });
  return tally(levels);
}

function nmap(text: string): Counts {
  const ports = all(text, /(<port [\s\S]*?<state state="open")/g).map(() => 3);
  const scripts = all(text, /<script id="vulners"([\s\S]*?)<\/script>/g).join('');
  const scores = all(scripts, /<elem key="cvss">([\d.]+)<\/elem>/g).map(Number);
  return tally([...ports, ...scores.map((score) => (score >= 7 ? 0 : score >= 4 ? 1 : score > 0 ? 2 : 3))]);
}

/** Cells with line breaks have quotes around them, so that a row begins where a line begins with a plugin's number. */
function nessusCsv(text: string): Counts {
  return byWords(all(text, /^"\d{4,6}","[^"]*","[^"]*","(\w+)"/gm));
}

/** All values at a path such as `results.*.severity`; what is not there counts as the empty text. */
function pick(value: unknown, path: string): readonly unknown[] {
  return path.split('.').reduce<readonly unknown[]>(
    (found, key) =>
      found.flatMap((one) => {
        if (key === '*') return Array.isArray(one) ? (one as readonly unknown[]) : [];
        return [(one as Readonly<Record<string, unknown>> | undefined)?.[key]];
      }),
    [value],
  );
}

function byWord(json: unknown, path: string): Counts {
  return byWords(pick(json, path).map(String));
}

function trivy(json: unknown): Counts {
  const found = ['Vulnerabilities', 'Misconfigurations'].flatMap((part) => pick(json, `${part}.*.Results.*.${part}.*`));
  return byWord({ found: found.filter((one) => pick(one, 'Status')[0] !== 'PASS') }, 'found.*.Severity');
}

/** @param name file name of a fixture */
export function countScan(name: string, text: string): Counts {
  if (name.startsWith('zap')) return zap(text);
  if (name === 'nmap.xml') return nmap(text);
  if (name === 'nessus.csv') return nessusCsv(text);
  if (name === 'burp.xml') return byWords(all(text, /<severity>(\w+)<\/severity>/g));
  const json: unknown = JSON.parse(text);
  if (name.startsWith('trivy')) return trivy(json);
  if (name.startsWith('semgrep')) return byWord(json, 'results.*.extra.severity');
  if (name.startsWith('checkmarx')) return byWord(json, 'results.*.severity');
  if (name.startsWith('dependency-track')) return byWord(json, 'findings.*.vulnerability.severity');
  const findings = pick(json, 'findings.*').filter((one) => pick(one, 'is_mitigated')[0] === undefined);
  return byWord({ findings }, 'findings.*.severity');
}
