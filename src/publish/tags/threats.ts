/** `::threats{}`: the register of threats with their ratings before and after control, proven or only claimed. */
import { isProven } from '../../assess/index.js';
import { rateThreat, type ThreatMoment } from '../../threats/index.js';
import type { RecordOf } from '../../records/index.js';
import { wordsTable } from '../build/words-table.js';
import { defineTag, type TagContext } from './define.js';
import { noneOf } from './none-of.js';

export default defineTag({
  name: 'threats',
  about: 'The register of threats: targets, rating before and after control, controls, proof.',
  form: 'block',
  attributes: {},
  build(_, context) {
    const { trace } = context.assessment;
    const threats = trace.all('threat');
    if (threats.length === 0)
      return noneOf({ records: [], of: 0, what: 'threats', kind: 'threat' }, 'Threats', context);
    return [
      wordsTable(
        {
          title: 'Threats with their ratings',
          columns: [
            ['Id', 0.07],
            ['Threat', 0.25],
            ['Targets', 0.15],
            ['Before', 0.11],
            ['Controls', 0.15],
            ['After', 0.11],
            ['Proof', 0.16],
          ],
          rows: threats.map((threat) => rowOf(threat, context)),
          landscape: true,
          count: { shown: threats.length, of: threats.length, what: 'threats' },
        },
        context,
      ),
    ];
  },
});

function rowOf(threat: RecordOf<'threat'>, { assessment }: TagContext): readonly string[] {
  const { trace, proofs, methods } = assessment;
  const rating = (moment: ThreatMoment): string => {
    const rated = rateThreat(threat, moment, methods);
    return rated === 'unknown' ? 'not known' : `${rated.rating} (${rated.likelihood}, ${rated.severity})`;
  };
  const ids = (name: string): string => trace.names(threat, name).join(', ');
  const proven = isProven(threat, trace, proofs);
  return [
    threat.id,
    threat.fields.title ?? '',
    ids('targets'),
    rating('before'),
    ids('controls'),
    threat.fields.after === undefined ? 'not rated' : rating('after'),
    proven ? '✓ proven' : threat.fields.after === undefined ? 'nothing is claimed' : 'claimed, not proven',
  ];
}
