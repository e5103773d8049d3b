/** Prints where assets travel and rest, and where nobody said what is there. */
import type { AssetPlacesOutput } from '../contract/index.js';
import { counted, listed, printNote, printSentence } from './print-table.js';
import { plain, wrap, type Terminal } from './terminal.js';

export function printAssetPlaces(output: AssetPlacesOutput, terminal: Terminal): void {
  const { assets, flowsWithoutAsset, storesWithoutAsset } = output;
  const nowhere = assets.filter((asset) => asset.inTransit.length + asset.atRest.length + asset.standsFor.length === 0);
  printSentence(
    `${counted(assets.length, 'asset')}; of ${nowhere.length === 0 ? 'each' : `all but ${nowhere.length}`} it is written where it is.`,
    terminal,
  );
  for (const asset of assets) printAsset(asset, terminal);
  terminal.out('\n');
  if (flowsWithoutAsset.length > 0)
    printNote(`Nobody wrote what is carried by ${listed(flowsWithoutAsset)}.`, terminal);
  if (storesWithoutAsset.length > 0) printNote(`Nobody wrote what is kept in ${listed(storesWithoutAsset)}.`, terminal);
}

function printAsset(asset: AssetPlacesOutput['assets'][number], terminal: Terminal): void {
  const unprotected = asset.inTransit.filter((one) => one.protection === null).map((one) => one.flow);
  const lines = [
    ['travels on', asset.inTransit.map((one) => one.flow)],
    ['without protection that somebody wrote', unprotected],
    ['rests in', asset.atRest],
    ['passes, and nobody says that it is kept', asset.passes],
    ['stands for', asset.standsFor],
  ] as const;
  terminal.out(
    `\n${terminal.paint('bold', asset.id)}  ${plain(asset.title ?? '')}${asset.type === null ? '' : `, ${asset.type}`}\n`,
  );
  for (const [what, ids] of lines) {
    if (ids.length > 0) terminal.out(`  ${wrap(`${what}: ${ids.join(', ')}`, terminal.width, '    ')}\n`);
  }
}
