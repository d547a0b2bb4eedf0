import { expect, test } from '@playwright/test';
import { createQuota } from '../../mock/plugins/quota.ts';
import { judgeQuota, type QuotaProbe } from './judge-quota.ts';

const documented = { requests: 100, windowMs: 10_000 };

type World = Readonly<{ kind: 'bucket' | 'window'; retryAfter?: (waitMs: number) => string }>;

/** What the scenario would write of a quota, on a clock of its own. */
const probesOf = ({ kind, retryAfter = (ms) => String(Math.max(1, Math.ceil(ms / 1000))) }: World) => {
  let now = 3000;
  const quota = createQuota({ ...documented, kind }, { now: () => now, setTimer: () => () => {} });
  const probes: QuotaProbe[] = [];
  const ask = (part: QuotaProbe['part'], key = 'own'): QuotaProbe => {
    const waitMs = quota.take(key);
    const probe: QuotaProbe = {
      part,
      start: now,
      end: now + 1,
      status: waitMs > 0 ? 429 : 200,
      retryAfter: waitMs > 0 ? retryAfter(waitMs) : '',
    };
    now += 2;
    probes.push(probe);

    return probe;
  };

  while (ask('burst').status !== 429);
  ask('version', 'own in another version');
  ask('client', 'another');
  ask('own');
  for (let asked = 0; asked < 1400; asked += 1) {
    ask('refill');
    now += 23;
  }
  for (let asked = 0; asked < 30; asked += 1) {
    const { status, retryAfter: seconds } = ask('obey');
    if (status !== 429) continue;
    now += Number(seconds) * 1000;
    ask('waited');
  }

  return probes;
};

for (const kind of ['bucket', 'window'] as const)
  test(`a ${kind} of 100/10s is found within 3 %`, () => {
    const { quota, findings, notJudged } = judgeQuota(probesOf({ kind }));

    expect(quota).toMatchObject({ kind, perClient: true, perVersion: true });
    expect(Math.abs((quota?.burst ?? 0) - 100)).toBeLessThanOrEqual(3);
    expect(Math.abs((quota?.refillPerSecond ?? 0) - 10)).toBeLessThanOrEqual(0.3);
    expect({ findings, notJudged }).toEqual({ findings: [], notJudged: [] });
  });

for (const [what, retryAfter, finding] of [
  ['too short', () => '0', 'were refused again'],
  ['missing', () => '', 'had no Retry-After'],
  ['in fractions', () => '0.5', 'Retry-After was "0.5", not whole seconds'],
] as const)
  test(`a Retry-After that is ${what} is found`, () => {
    expect(judgeQuota(probesOf({ kind: 'window', retryAfter })).findings.join('\n')).toContain(finding);
  });

test('a tenant that never refuses leaves the quota unjudged', () => {
  const probes = probesOf({ kind: 'bucket' }).filter(({ status }) => status === 200);

  expect(judgeQuota(probes).notJudged).toEqual([expect.stringContaining('no 429 came')]);
});
