import { describe, expect, it } from 'vitest';
import { shippedPacks } from '../../packs/index.js';
import { shippedTemplates } from '../shipped-templates.js';
import { templateSet } from '../template-set.js';

const templates = new Map(templateSet(shippedTemplates(), new Map()).templates.map((one) => [one.id, one]));
const attachments = shippedPacks().flatMap((pack) => pack.attachments);

describe('attachments of a submission', () => {
  it('are documents that there are', () => {
    const named = attachments.flatMap(({ id, documents }) => documents.map((document) => [id, document] as const));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, document]) => !templates.has(document))).toEqual([]);
  });

  it('carry each work product by which they are judged', () => {
    const lost = attachments.flatMap(({ id, documents, workProducts = [] }) => {
      const carried = new Set(documents.flatMap((document) => templates.get(document)?.products ?? []));
      return workProducts.filter((product) => !carried.has(product)).map((product) => `${id}: ${product}`);
    });
    expect(lost).toEqual([]);
  });

  it('say where they come from, and that nobody saw the form', () => {
    expect(attachments.filter(({ sources = [] }) => !sources.includes('ESTAR'))).toEqual([]);
    expect(attachments.filter(({ confidence }) => confidence !== 'medium')).toEqual([]);
  });
});
