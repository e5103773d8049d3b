import { expect, test } from 'vitest';
import { assessSmall } from './small-project.test-support.js';

const profile = { exposure: '[public-network]' };

function fix(product: string): string | undefined {
  return assessSmall({ profile }).gaps.find(({ key }) => key.includes(`@work-product:${product}#`))?.fix;
}

// Whoever did no penetration test must not be told to state that it found nothing.
test.each([
  ['penetration-test-report', 'Bring a current result of penetration test.'],
  ['security-test-report', 'Write security requirements down'],
  ['software-development-plan', 'write a document record with'],
  ['soup-list', 'Write them down, or a statement with `type: none`, `of: soup`'],
])('of which nothing is there is told what to begin with: %s', (product, begin) => {
  expect(fix(product)).toContain(begin);
});
