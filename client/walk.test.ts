import { expect, test } from '@playwright/test';
import type { Seen } from './testing/tenant.ts';
import { json, serve, testClient, virtualClock } from './testing/tenant.ts';
import type { ListOperation, WalkOptions } from './walk.ts';
import { WalkError } from './walk.ts';

const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: `i${from + index}` }));

const number = ({ url }: Seen, name: string): number =>
  Number(new URL(url, 'http://x').searchParams.get(name) ?? Number.NaN);

/** A tenant with `total` items; a page is made by `page`. */
const collection = (
  page: (
    offset: number,
    limit: number,
    seen: Seen,
  ) => { status: number; body: unknown; headers?: Record<string, string> },
) =>
  serve((seen, response) => {
    const { status, body, headers } = page(number(seen, 'offset'), number(seen, 'limit'), seen);
    json(response, status, body, headers);
  });

const walked = async (
  server: { url: string },
  options: Partial<WalkOptions> = {},
  operation: ListOperation = 'listSubscriptions',
) => {
  const clock = virtualClock();
  const items: unknown[] = [];
  for await (const page of testClient(server, { clock }).walk(operation, {
    version: 'beta',
    limit: 250,
    ...options,
  }))
    items.push(...page.items);

  return { items, slept: clock.slept };
};

const sliced = (total: number) => (offset: number, limit: number) => ({
  status: 200,
  body: ids(total).slice(offset, offset + limit),
});

for (const [manner, end] of [
  ['an empty list', { status: 200, body: [] }],
  [
    'a 400 of its own shape',
    { status: 400, body: { detailMessage: 'Specified offset is invalid.', stackTrace: [] } },
  ],
] as const) {
  test(`walks exactly 250 items whose end is ${manner} (FC-033)`, async () => {
    await using server = await collection((offset, limit) =>
      offset >= 250 ? end : sliced(250)(offset, limit),
    );

    const { items } = await walked(server);

    expect(items).toEqual(ids(250));
  });
}

test('repeats a page after a 429 and gets every item once (FC-036)', async () => {
  let refused = false;
  await using server = await collection((offset, limit) => {
    if (offset !== 20 || refused) return sliced(45)(offset, limit);
    refused = true;

    return { status: 429, body: {}, headers: { 'Retry-After': '2' } };
  });

  const { items, slept } = await walked(server, { limit: 10 });

  expect(items).toEqual(ids(45));
  expect(slept).toEqual([2000]);
});

test('goes on behind a page that is shorter than asked for', async () => {
  await using server = await collection((offset) => sliced(30)(offset, 7));

  expect((await walked(server, { limit: 10 })).items).toEqual(ids(30));
});

test('ends on a tenant that ignores the offset, with the repetition in sight', async () => {
  await using server = await collection(() => ({ status: 200, body: ids(3) }));

  expect((await walked(server)).items).toHaveLength(6);
});

test('gives one empty page of an empty collection, with one request', async () => {
  await using server = await collection(() => ({ status: 200, body: [] }));

  expect((await walked(server)).items).toEqual([]);
  expect(server.seen).toHaveLength(2);
});

test('sends filters, sorters and what else is asked for', async () => {
  await using server = await collection(() => ({ status: 200, body: [] }));

  await walked(
    server,
    { filters: 'id eq "a"', sorters: '-id,name', limit: 5, query: { count: true } },
    'listTriggers',
  );

  expect(server.seen.at(-1)?.url).toBe(
    '/beta/triggers?limit=5&offset=0&filters=id%20eq%20%22a%22&sorters=-id%2Cname&count=true',
  );
});

for (const [manner, page] of [
  ['a refusal at its start', { status: 400, body: {} }],
  ['a fault', { status: 500, body: {} }],
  ['no list', { status: 200, body: {} }],
] as const) {
  test(`ends with an error on ${manner}`, async () => {
    await using server = await collection(() => page);

    await expect(walked(server)).rejects.toThrow(WalkError);
  });
}
