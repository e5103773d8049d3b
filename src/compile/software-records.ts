/** Software systems that the settings name, as records. */
import type { Settings } from '../project/index.js';
import { findKind, makeRecord, FileReading } from '../records/index.js';
import { compareText, type YamlEntry } from '../shapes/index.js';

/** Software systems of the settings are items of granularity system, as if they stood in a list of items. */
export function softwareRecords(settings: Settings): FileReading {
  const reading = new FileReading(settings.source);
  const kind = findKind('item');
  if (!kind) throw new Error('There is no kind of record called item.');
  for (const { id, spot, ...fields } of settings.software) {
    const written = Object.entries({ ...fields, granularity: 'system', scope: 'device' }).toSorted(([a], [b]) =>
      compareText(a, b),
    );
    const entries = written.flatMap(([name, value]) =>
      value === undefined ? [] : [entryOf(name === 'name' ? 'title' : name, value, spot.offset)],
    );
    const withStatus = [...entries, entryOf('status', 'approved', spot.offset)];
    reading.add(
      kind,
      makeRecord({ kind, id, source: settings.source, at: spot.offset, fields: withStatus, defaults: [] }),
    );
  }
  return reading;
}

function entryOf(key: string, value: string | readonly string[], at: number): YamlEntry {
  const scalar = (text: string): YamlEntry['value'] => ({ is: 'scalar', text, plain: false, at });
  return {
    key,
    keyAt: at,
    value: typeof value === 'string' ? scalar(value) : { is: 'list', items: value.map(scalar), at },
  };
}
