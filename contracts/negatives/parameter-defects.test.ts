import { expect, test } from '@playwright/test';
import { isParameterRefusedBy, parameterDefectsOf } from './parameter-defects.ts';

const facts = {
  limit: 'query integer int32 0..250 default 250',
  offset: 'query integer int32 0.. default 0',
  count: 'query boolean default false',
  filters: 'query string',
};

test('each bound is crossed by one, and each type missed; a text has neither', () => {
  expect(parameterDefectsOf(facts).map(({ name, value }) => `${name}=${value}`)).toEqual([
    'limit=-1',
    'limit=251',
    'limit=ten',
    'offset=-1',
    'offset=ten',
    'count=ten',
  ]);
});

test('what another description allows, or does not know, is not refused', () => {
  const other = { limit: 'query integer int32 0..500 default 250', count: 'query string' };
  const refused = parameterDefectsOf(facts).filter((defect) => isParameterRefusedBy(other, defect));

  expect(refused.map(({ name, value }) => `${name}=${value}`)).toEqual(['limit=-1', 'limit=ten']);
});
