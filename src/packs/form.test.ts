import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packFileSchema } from './form.js';

const root = new URL('../../packs/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const validate = new Ajv2020({ strict: false }).compile(packFileSchema());

describe('the schema for editors', () => {
  it.each(files)('accepts %s', (name) => {
    validate(parse(readFileSync(new URL(name, root), 'utf8'), { merge: true }));
    expect(validate.errors).toBeNull();
  });
  it('refuses an unknown key', () => {
    expect(validate({ pack: 'x', edition: '1', format: 1, facst: [] })).toBe(false);
  });
});
