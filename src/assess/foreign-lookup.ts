/** Looks up link targets that are no records: work products, clauses, rules, criteria, weaknesses, files. */
import type { PackSet } from '../packs/index.js';
import type { ForeignLookup } from '../trace/index.js';

export function foreignLookup(packs: PackSet, rules: ReadonlySet<string>, files: ReadonlySet<string>): ForeignLookup {
  const products = new Map(packs.workProducts.map((product) => [product.id, new Set(product.sections)]));
  const criteria = new Set(packs.workProducts.flatMap((product) => product.criteria.map((criterion) => criterion.id)));
  const special = new Set(
    packs.packs.flatMap((pack) => pack.criteria.map((one) => `${pack.pack}@${pack.edition}:${one.id}`)),
  );
  const patterns = new Set(packs.packs.flatMap((pack) => pack.threats.map((one) => one.id)));
  return (target, id) => {
    switch (target) {
      case '@work-product': {
        const [product = '', section] = id.split('#', 2);
        return section === undefined ? products.has(product) : (products.get(product)?.has(section) ?? false);
      }
      case '@obligation':
        return products.has(id);
      case '@clause':
        return packs.clauses.has(id) || packs.named.has(id);
      case '@rule':
        return rules.has(id);
      case '@criterion':
        return criteria.has(id) || special.has(id);
      case '@weakness':
        return /^CWE-\d{1,5}$/.test(id);
      case '@reference':
        // Two patterns: one that looks for the digit between two runs takes time by the square of a long id.
        return (/^[A-Za-z][\w.:/-]*$/.test(id) && /\d/.test(id)) || /^https:\/\/\S+$/.test(id);
      case '@file':
        return files.has(id);
      case '@candidate': {
        const [pattern = '', anchor] = id.split('@', 2);
        return patterns.has(pattern) && anchor !== undefined && /^[A-Za-z][\w.-]{0,63}$/.test(anchor);
      }
      default:
        // Statements of evidence and versions are read by later parts; a link to one is no fault.
        return 'unknown';
    }
  };
}
