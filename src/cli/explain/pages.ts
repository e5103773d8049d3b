/** Every page that a word has: it may name a rule, a kind, and things in several packs at once. */
import { explainId, type Explained, type PackSet } from '../../packs/index.js';
import { findKind, findKindByPlural, kindNames } from '../../records/index.js';
import { allRules } from '../../rules/index.js';
import { nearestName } from '../../shapes/index.js';
import { clausePage, namedClausePage } from './clause-page.js';
import { criterionPage } from './criterion-page.js';
import { factPage } from './fact-page.js';
import { kindPage } from './kind-page.js';
import { controlPatternPage, threatPatternPage } from './library-page.js';
import { methodPage } from './method-page.js';
import { overheadPage } from './overhead-page.js';
import { packPage } from './pack-page.js';
import { originRows, type Page } from './page.js';
import { rulePage } from './rule-page.js';
import { evidenceTypePage, selectorPage } from './selection-page.js';
import { specialCriterionPage } from './special-criterion-page.js';
import { workProductPage } from './work-product-page.js';

export function pagesFor(word: string, packs: PackSet): readonly Page[] {
  const rule = allRules.find((one) => one.id === word);
  const kind = findKind(word) ?? findKindByPlural(word);
  return [
    ...(rule ? [rulePage(rule, packs)] : []),
    ...(kind ? [kindPage(kind)] : []),
    ...explainId(packs, word).found.map((found) => pageOf(found, packs)),
  ];
}

/** @returns the name that was most likely meant */
export function nearestWord(word: string, packs: PackSet): string | undefined {
  const names = [...allRules.map((rule) => rule.id), ...kindNames()];
  return nearestName(word, names) ?? explainId(packs, word).nearest;
}

export function pageOf(found: Explained, packs: PackSet): Page {
  const page = contentOf(found, packs);
  return { ...page, rows: [...page.rows, ...originRows(found, packs)] };
}

function contentOf(found: Explained, packs: PackSet): Page {
  switch (found.is) {
    case 'clause':
      return clausePage(found.entry, found.pack, packs);
    case 'named-clause':
      return namedClausePage(found.entry, packs);
    case 'work-product':
      return workProductPage(found.entry, packs);
    case 'criterion':
      return criterionPage(found.entry, found.of, packs);
    case 'fact':
      return factPage(found.entry, packs);
    case 'special-criterion':
      return specialCriterionPage(found.entry, found.pack);
    case 'selector':
      return selectorPage(found.entry, packs);
    case 'evidence-type':
      return evidenceTypePage(found.entry, packs);
    case 'method':
      return methodPage(found.entry);
    case 'threat-pattern':
      return threatPatternPage(found.entry, found.pack, packs);
    case 'control-pattern':
      return controlPatternPage(found.entry, packs);
    case 'overhead':
      return overheadPage(found.entry);
    case 'pack':
      return packPage(found.entry);
  }
}
