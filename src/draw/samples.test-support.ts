/** Opens the sample devices, and makes every picture of them; for the tests of this room. */
import path from 'node:path';
import type { Assessment } from '../assess/index.js';
import { assessProject, openProject } from '../compile/index.js';
import { shippedPacks } from '../packs/index.js';
import { memoryTree, openWorkTree, type FileTree } from '../project/index.js';
import { attackPathPicture } from './attack-path-picture.js';
import type { Picture } from './picture.js';
import { pictureForPurpose, pictureOfView, PURPOSE_TITLES } from './view-picture.js';
import type { Purpose } from './selection.js';

const EXAMPLES = path.join(import.meta.dirname, '../../examples');

export function sample(device: 'labdesk' | 'glucoloop'): Assessment {
  return assessed(openWorkTree(path.join(EXAMPLES, device)));
}

export function sampleFiles(device: 'labdesk' | 'glucoloop'): ReadonlyMap<string, string> {
  const tree = openWorkTree(path.join(EXAMPLES, device));
  const texts = tree.list().map((entry) => [entry.path, tree.read(entry.path)] as const);
  return new Map(texts.flatMap(([name, read]) => (read.ok ? [[name, read.text] as const] : [])));
}

export function assessedFiles(files: ReadonlyMap<string, string>): Assessment {
  return assessed(memoryTree(new Map(files)));
}

const HEAD = `medward: 1
device: { name: Test }
software: [{ id: SW-1, name: Test, form: standalone, class: B }]
packs: [iec62304@2015]
records: [records]
`;

/** A small project of records in YAML lists. */
export function modelOf(records: string): Assessment {
  return assessedFiles(
    new Map([
      ['medward.yaml', HEAD],
      ['records/a.yaml', records],
    ]),
  );
}

function assessed(tree: FileTree): Assessment {
  return assessProject(openProject(tree, { packs: shippedPacks() }), '2026-11-24');
}

/** Views, purposes and the ways to each asset. */
export function allPictures(assessment: Assessment): readonly (readonly [name: string, picture: Picture])[] {
  const { trace } = assessment;
  return [
    ...trace.all('view').map((view) => [view.id, pictureOfView(view, assessment)] as const),
    ...(Object.keys(PURPOSE_TITLES) as Purpose[]).map(
      (purpose) => [purpose, pictureForPurpose(purpose, assessment)] as const,
    ),
    ...trace.all('asset').map((asset) => [asset.id, attackPathPicture({ assessment, asset })] as const),
  ];
}
