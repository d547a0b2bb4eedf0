import { expect, test } from '@playwright/test';
import { type BodyFacts, defectsOf, isInvalidBy } from './defects.ts';
import { withDefect } from './with-defect.ts';

const facts: BodyFacts = {
  '#required': 'true',
  '': 'object',
  name: 'string required',
  enabled: 'boolean default true',
  config: 'object',
  'config.mode': 'string of ASYNC,SYNC required',
  ids: 'array',
  'ids[]': 'null|string',
};

const told = defectsOf(facts).map(
  ({ place, kind, value }) => `${place || 'body'} ${kind} ${JSON.stringify(value)}`,
);

test('each required member is left out, each value has another structure and type, each enum is left', () => {
  expect(told).toEqual([
    'body of another structure []',
    'name missing undefined',
    'name of another structure {}',
    'name of another type 7',
    'enabled of another structure {}',
    'enabled of another type "perhaps"',
    'config of another structure []',
    'config.mode missing undefined',
    'config.mode of another structure {}',
    'config.mode of another type 7',
    'config.mode outside the documented values "NONE_OF_THEM"',
    'ids of another structure {}',
    'ids[] of another structure {}',
    'ids[] of another type 7',
  ]);
});

test('what another description allows, or does not know, is not invalid', () => {
  const other: BodyFacts = {
    name: 'string',
    enabled: 'boolean|string',
    'config.mode': 'string of SYNC,NONE_OF_THEM required',
  };
  const invalid = defectsOf(facts).filter((defect) => isInvalidBy(other, defect));

  expect(invalid.map(({ place, kind }) => `${place} ${kind}`)).toEqual([
    'name of another structure',
    'name of another type',
    'enabled of another structure',
    'config.mode missing',
    'config.mode of another structure',
    'config.mode of another type',
  ]);
});

test('a defect stands at its place, and nothing else changes', () => {
  const body = { name: 'n', config: { mode: 'SYNC', url: 'u' }, ids: ['a', 'b'] };
  const at = (place: string, value: unknown) =>
    withDefect(body, { place, value, kind: 'of another type', isEssential: false });

  expect(at('name', 7)).toEqual({ ...body, name: 7 });
  expect(at('config.mode', undefined)).toEqual({ ...body, config: { url: 'u' } });
  expect(at('ids[]', 7)).toEqual({ ...body, ids: [7, 'b'] });
  expect(at('', 'text')).toBe('text');
  expect(at('bridge.region', 7)).toBeUndefined();
  expect(at('name.first', 7)).toBeUndefined();
});
