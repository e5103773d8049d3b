/** Numbers that a company gives its documents, from `documents/numbers.yaml`: the id of a document, and its number. */
import {
  byName,
  checkShape,
  didYouMean,
  placeOf,
  readYaml,
  shown,
  word,
  type Fault,
  type Source,
} from '../shapes/index.js';
import type { Template, TemplateProblem } from './template.js';

export const NUMBERS_PATH = 'documents/numbers.yaml';

export interface NumbersRead {
  /** Id of a document → its number. */
  readonly numbers: ReadonlyMap<string, string>;
  /** While there are any, nothing is published. */
  readonly problems: readonly TemplateProblem[];
}

const SHAPE = byName(word(/^\S(?:.{0,58}\S)?$/u, 'a number such as QD-014, of at most 60 characters'));

/** @param templates the documents that there are; one per software system has the id of the system behind its own */
export function readNumbers(source: Source, templates: readonly Pick<Template, 'id' | 'perSystem'>[]): NumbersRead {
  const { tree, problems: broken } = readYaml(source.text);
  if (broken.length > 0) return noneBecause(broken.map(({ at, message }) => problemAt(source, at, message)));
  if (!tree) return noneBecause([]);
  const faults: Fault[] = [];
  const checked = checkShape(SHAPE, tree, { faults });
  const numbers = new Map(Object.entries(checked ?? {}));
  const spots = new Map(tree.is === 'map' ? tree.entries.map(({ key, keyAt }) => [key, keyAt] as const) : []);
  const problems = [
    ...faults.map(({ at, message, todo }) => problemAt(source, at, `${message} ${todo}`)),
    ...[...numbers.keys()].flatMap((id) => {
      const message = faultOf(id, numbers, templates);
      return message === undefined ? [] : [problemAt(source, spots.get(id) ?? 0, message)];
    }),
  ];
  return problems.length > 0 ? noneBecause(problems) : { numbers, problems };
}

function faultOf(
  id: string,
  numbers: ReadonlyMap<string, string>,
  templates: readonly Pick<Template, 'id' | 'perSystem'>[],
): string | undefined {
  const isKnown = templates.some((one) => one.id === id || (one.perSystem && id.startsWith(`${one.id}-`)));
  if (!isKnown) {
    const ids = templates.map((one) => one.id);
    return `There is no document ${shown(id)}${didYouMean(id, ids) || '.'} \`medward publish --list\` tells which there are.`;
  }
  const number = numbers.get(id);
  const other = [...numbers].find(([name, same]) => same === number && name !== id)?.[0];
  return other === undefined
    ? undefined
    : `The number ${number} is given twice, also to ${other}. Give each document its own.`;
}

function noneBecause(problems: readonly TemplateProblem[]): NumbersRead {
  return { numbers: new Map(), problems };
}

function problemAt(source: Source, offset: number, message: string): TemplateProblem {
  return { ...placeOf({ source, offset }), message };
}
