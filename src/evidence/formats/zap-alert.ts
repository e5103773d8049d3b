/** One alert of ZAP, however the report is written: each of its instances is a finding of its own. */
import { fingerprintOf } from '../fingerprint.js';
import { clip, LIMITS } from '../limits.js';
import type { Level, ReportSink } from '../report.js';
import { weaknessesIn } from '../weaknesses.js';

export interface ZapAlert {
  /** Texts by their name in the report: `pluginid`, `alert`, `riskcode` … */
  readonly fields: ReadonlyMap<string, string>;
  readonly instances: readonly ZapInstance[];
  /** Instances beyond those that are kept. */
  readonly more: number;
  readonly site: string;
  readonly line: number;
}

export interface ZapInstance {
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
}

export const MAX_INSTANCES = LIMITS.waiting;

const LEVELS = new Map<string, Level>([
  ['3', 'error'],
  ['2', 'warning'],
  ['1', 'note'],
  ['0', 'none'],
]);

/** Somebody marked it as a false positive in ZAP. */
const FALSE_POSITIVE = '0';

export function tellAlert(alert: ZapAlert, sink: ReportSink): void {
  const { fields, instances } = alert;
  const said = Number(fields.get('count'));
  const held = instances.length + alert.more;
  if (said > held) {
    const name = clip(fields.get('alert') ?? fields.get('name') ?? '', 100);
    sink.problem(`The alert ${name} says that it has ${said} instances, ${held} stand here.`, alert.line);
  }
  // Reports of ZAP 2.4 and earlier put the place into the alert itself.
  for (const instance of instances.length > 0 ? instances : [alert]) tellInstance(alert, instance, sink);
  for (let at = 0; at < alert.more; at++) tellInstance(alert, { fields: new Map(), line: alert.line }, sink);
}

function tellInstance({ fields, site }: ZapAlert, instance: ZapInstance, sink: ReportSink): void {
  const place = (name: string): string => instance.fields.get(name) ?? '';
  const rule = fields.get('alertRef') ?? fields.get('pluginid') ?? null;
  const uri = place('uri') === '' ? site : place('uri');
  sink.finding({
    rule,
    level: LEVELS.get(fields.get('riskcode') ?? '') ?? unknownRisk(fields.get('riskcode'), instance.line, sink),
    state: fields.get('confidence') === FALSE_POSITIVE ? 'suppressed' : 'open',
    message: clip(fields.get('alert') ?? fields.get('name') ?? ''),
    file: uri === '' ? null : clip(uri),
    fileLine: null,
    weaknesses: weaknessesIn(`CWE-${fields.get('cweid') ?? ''}`),
    fingerprint: fingerprintOf('zap/1', [rule, uri, place('method'), place('param')]),
    line: instance.line,
  });
}

function unknownRisk(code: string | undefined, line: number, sink: ReportSink): 'warning' {
  sink.problem(`The risk code \`${clip(code ?? '', 20)}\` is not known; the finding counts as a warning.`, line);
  return 'warning';
}
