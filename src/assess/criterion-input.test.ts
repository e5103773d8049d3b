import { expect, test } from 'vitest';
import { assessSmall, obligation } from './small-project.test-support.js';

test('a person is nobody’s product: only products and services are asked who makes them', () => {
  const records = `
items:
  - { id: EL-1, title: Nurse, role: actor, scope: other-product, responsible: The ward., status: approved }
  - { id: EL-2, title: Tablet, role: external, scope: other-product, responsible: The ward., status: approved }
  - { id: EL-3, title: Of some role, scope: other-product, responsible: The ward., status: approved }
`;
  const assessed = assessSmall({ profile: { exposure: '[public-network]' }, records });
  const asked = obligation(assessed, 'third-party-security-assessment')?.criteria.find(
    ({ criterion }) => criterion.id === 'TPS-2',
  );
  expect(asked?.failed).toEqual(['EL-2', 'EL-3']);
});
