import { expect, test } from '@playwright/test';
import type { Answer } from './answer.ts';
import type { Api } from './api.ts';
import { answered } from './testing/answers.ts';
import { walkPages } from './walk.ts';

type Query = Readonly<{ limit: number; offset: number }>;

/** An API of one list, which a function answers. */
const listOf = (answer: (query: Query, call: number) => Answer): Api => {
  let calls = 0;
  const call = async (_: string, options: Readonly<{ query?: Partial<Query> }> = {}) => {
    calls += 1;
    const { limit = 250, offset = 0 } = options.query ?? {};
    return answer({ limit, offset }, calls);
  };

  return { call } as unknown as Api;
};

const records = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ id: `${from + index}` }));

const all = (total: number) => (query: Query) =>
  answered({ body: records(query.offset, Math.min(total, query.offset + query.limit)) });

const refusal = answered({
  status: 400,
  body: { detailMessage: 'Specified offset is invalid.', stackTrace: [] },
});

for (const { end, behind } of [
  { end: 'an empty page', behind: answered({ body: [] }) },
  { end: 'a 400 of unusual shape', behind: refusal },
]) {
  test(`FC-033: a walk over exactly 250 records ends with ${end}`, async () => {
    const api = listOf((query) => (query.offset >= 250 ? behind : all(250)(query)));

    const { ids, pages } = await walkPages(api, 'listSubscriptions', { limit: 250 });

    expect(new Set(ids).size).toBe(250);
    expect([ids.length, pages]).toEqual([250, 2]);
  });
}

test('a page that is shorter than asked for ends no walk', async () => {
  const api = listOf(({ offset }) => answered({ body: records(offset, Math.min(7, offset + 2)) }));

  expect((await walkPages(api, 'listSubscriptions', { limit: 3 })).ids).toHaveLength(7);
});

test('a tenant that ignores the offset is not walked for ever', async () => {
  const api = listOf(() => answered({ body: records(0, 3) }));

  expect(await walkPages(api, 'listTriggers', { limit: 3 })).toMatchObject({ pages: 2 });
});
