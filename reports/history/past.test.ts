import { expect, test } from '@playwright/test';
import type { Past } from '../health/health-report.ts';
import type { Snapshot } from '../health/snapshot.ts';
import { invocationOf, snapshotOf, subscriptionOf, triggerOf } from '../health/testing/samples.ts';
import { ownFolder } from '../own-folder.ts';
import { withTonight } from './calendar.ts';
import { daysBack, nightOf, pastOf } from './past.ts';
import { readHistory } from './store/read-history.ts';
import { writeNight } from './store/write-night.ts';
import { findingOf, keptOf, nightAt } from './testing/samples.ts';

/** A tenant of which so many of 400 invocations failed in a night. */
const tenant = (day: number, failed: number, parts: Partial<Snapshot> = {}): Snapshot =>
  snapshotOf({
    taken: nightAt(day),
    triggers: [triggerOf({ inputSchema: '{"type":"object","properties":{"a":{"type":"string"}}}' })],
    subscriptions: [subscriptionOf({ filter: '$[?(@.a)]' })],
    invocations: Array.from({ length: 400 }, (_, place) =>
      invocationOf({
        created: Date.parse(nightAt(day)) - 3_600_000,
        completed: Date.parse(nightAt(day)) - 3_599_000,
        ...(place < failed && { outcome: 'failed' as const }),
      }),
    ),
    coverage: { truncated: false, since: Date.parse(nightAt(day)) - 86_400_000 },
    ...parts,
  });

type NightOptions = Readonly<{
  folder: string;
  snapshot: Snapshot;
  whole?: boolean;
  told?: boolean;
  acknowledged?: ReadonlyMap<string, string>;
}>;

/** Runs a night against what is kept in a folder, as the command does. */
const night = async ({
  folder,
  snapshot,
  whole = true,
  told = true,
  acknowledged = new Map(),
}: NightOptions): Promise<Past> => {
  const history = await readHistory(folder, { before: Date.parse(snapshot.taken), days: daysBack });
  const past = pastOf({ snapshot, findings: whole ? [findingOf()] : [], whole, history, acknowledged });
  const verdict = whole ? ('FAIL' as const) : ('INCOMPLETE' as const);
  const report = {
    run: { id: 'run', started: snapshot.taken, seconds: 1 },
    verdict,
    findings: past.findings,
  };
  await writeNight(folder, nightOf({ report, snapshot, whole, history, told }));

  return past;
};

const summary = ({ findings }: Past) =>
  findings.map(({ id, state, since }) => `${id} ${state} ${since.slice(0, 10)}`);

test('thirty quiet nights have no trend, and a share that rises is told in its second night, since its first', async () => {
  using own = ownFolder();
  const folder = own.path;
  const first = await night({ folder, snapshot: tenant(0, 4) });
  expect(first).toMatchObject({ night: 1, trends: [], drift: expect.arrayContaining([]) });
  expect(first.drift.filter(({ against }) => against === 'last night')).toEqual([]);
  expect(summary(first)).toEqual(['invocations.failing new 2026-01-01']);

  for (let day = 1; day < 30; day += 1) {
    const past = await night({ folder, snapshot: tenant(day, 3 + (day % 4)) });
    expect(past.night).toBe(day + 1);
    expect(summary(past)).toEqual(['invocations.failing known 2026-01-01']);
    expect(past.drift.filter(({ against }) => against === 'last night')).toEqual([]);
  }
  const risen = [20, 22, 19].map(
    (failed, place) => () => night({ folder, snapshot: tenant(30 + place, failed) }),
  );
  const states: string[][] = [];
  for (const run of risen) states.push(summary(await run()));
  const back = [4, 4].map((failed, place) => () => night({ folder, snapshot: tenant(33 + place, failed) }));
  for (const run of back) states.push(summary(await run()));

  expect(states.map((each) => each.filter((text) => text.startsWith('trend')))).toEqual([
    [],
    ['trend.invocations.failed-share new 2026-01-31'],
    ['trend.invocations.failed-share known 2026-01-31'],
    ['trend.invocations.failed-share known 2026-01-31'],
    ['trend.invocations.failed-share resolved 2026-01-31'],
  ]);
});

test('a night that was read in part tells no drift and no trend, and the next one compares with the whole one before', async () => {
  using own = ownFolder();
  const folder = own.path;
  await night({ folder, snapshot: tenant(0, 4) });
  const part = await night({ folder, snapshot: snapshotOf({ taken: nightAt(1) }), whole: false });
  const next = await night({ folder, snapshot: tenant(2, 4, { subscriptions: [] }) });

  expect([part.drift, part.trends, part.findings]).toEqual([[], [], []]);
  expect(summary(next)).toEqual(['invocations.failing known 2026-01-01', 'trigger.unheard new 2026-01-03']);
  expect(next.drift).toContainEqual(
    expect.objectContaining({
      against: 'last night',
      change: 'went',
      subject: expect.objectContaining({ id: 's1' }),
    }),
  );
});

test('what nobody could be told of is new, or resolved, again', async () => {
  using own = ownFolder();
  const folder = own.path;
  const states: string[][] = [];
  for (const told of [false, true])
    states.push(summary(await night({ folder, snapshot: tenant(states.length, 4), told })));

  expect(states).toEqual([['invocations.failing new 2026-01-01'], ['invocations.failing new 2026-01-02']]);
});

test('what is acknowledged carries its day', async () => {
  using own = ownFolder();
  const { fingerprint } = keptOf(nightAt(0));
  const past = await night({
    folder: own.path,
    snapshot: tenant(0, 4),
    acknowledged: new Map([[fingerprint, '2026-06-30']]),
  });

  expect(past.findings[0]).toMatchObject({ state: 'new', acknowledged: '2026-06-30' });
});

test('the calendar has 30 days, of which tonight is the last', async () => {
  using own = ownFolder();
  await night({ folder: own.path, snapshot: tenant(0, 4) });
  const { calendar, findings } = await night({ folder: own.path, snapshot: tenant(2, 4) });

  expect(calendar).toHaveLength(30);
  expect(withTonight(calendar, { verdict: 'PASS', findings }).slice(-4)).toEqual([
    { day: '2025-12-31', verdict: 'none', errors: 0, warnings: 0 },
    { day: '2026-01-01', verdict: 'FAIL', errors: 1, warnings: 0 },
    { day: '2026-01-02', verdict: 'none', errors: 0, warnings: 0 },
    { day: '2026-01-03', verdict: 'PASS', errors: 1, warnings: 0 },
  ]);
});
