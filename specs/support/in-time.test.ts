import { expect, test } from '@playwright/test';
import { createLookWithin } from './in-time.ts';
import { answered } from './testing/answers.ts';

const at = (startedAt: string) => {
  const answer = answered({});

  return { ...answer, exchange: { ...answer.exchange, startedAt, milliseconds: 100 } };
};

const from = at('2026-01-31T08:00:00.000Z');
const [soon, late] = [at('2026-01-31T08:00:05.800Z'), at('2026-01-31T08:00:05.950Z')];

const lookWithin = createLookWithin(({ reason }) => {
  throw new Error(reason);
});

test('what was seen in time counts', async () => {
  expect(await lookWithin(6000, async () => ({ seen: 1, from, to: soon }))).toBe(1);
});

test('what was seen too late is looked for again', async () => {
  let looks = 0;
  const look = async () => ({ seen: ++looks, from, to: looks < 3 ? late : soon });

  expect(await lookWithin(6000, look)).toBe(3);
});

test('a tenant that is too slow each time is not judged', async () => {
  let looks = 0;
  const look = async () => ({ seen: ++looks, from, to: late });

  await expect(lookWithin(6000, look)).rejects.toThrow('too late to look within 6 s');
  expect(looks).toBe(3);
});
