import type { QuotaFound } from '../../reports/load/load-report.ts';

/** A request of the search for a quota. Times in ms on one clock. */
export type QuotaProbe = Readonly<{
  /** `burst`: all at once; `refill`: steadily more than may pass; `waited`: after what Retry-After said. */
  part: 'burst' | 'version' | 'client' | 'own' | 'refill' | 'obey' | 'waited';
  start: number;
  end: number;
  status: number;
  /** As it came; empty where there was none. */
  retryAfter: string;
}>;

export type QuotaJudged = Readonly<{
  quota: QuotaFound | undefined;
  /** How far the refill may be off, by its count: 95 %. */
  refillInterval: Readonly<{ low: number; high: number }> | undefined;
  /** Requests a second that passed of a client that waits as it is told. */
  goodput: number | null;
  findings: readonly string[];
  notJudged: readonly string[];
}>;

/** Nothing passed for so long, in ms: what may pass comes all at once. */
const gapOfWindow = 1000;

/** What the probes say of a quota. */
export const judgeQuota = (probes: readonly QuotaProbe[]): QuotaJudged => {
  const refused = probes.filter(({ status }) => status === 429);
  const of = (part: QuotaProbe['part']) => probes.filter((probe) => probe.part === part);
  if (refused.length === 0)
    return {
      quota: undefined,
      refillInterval: undefined,
      goodput: null,
      findings: [],
      notJudged: [`no 429 came in ${probes.length} requests`],
    };
  const refill = refillOf(of('refill'));
  const quota = refill && {
    burst: burstOf(of('burst'), refill),
    refillPerSecond: Math.round(refill.perSecond * 100) / 100,
    kind: refill.kind,
    ...apart(probes),
  };
  const waited = of('waited');
  const early = waited.filter(({ status }) => status === 429).length;

  return {
    quota,
    refillInterval: refill && { low: refill.low, high: refill.high },
    goodput: goodputOf([...of('obey'), ...waited]),
    findings: [
      ...headerFindings(refused),
      ...(early > 0
        ? [`${early} of ${waited.length} requests that waited as Retry-After said were refused again`]
        : []),
    ],
    notJudged: [
      ...(quota === undefined ? ['too few requests passed to see how the quota refills'] : []),
      ...(waited.length === 0 ? ['nobody waited as Retry-After says: whether it suffices is not known'] : []),
    ],
  };
};

type Refill = Readonly<{ perSecond: number; low: number; high: number; kind: QuotaFound['kind'] }>;

const refillOf = (probes: readonly QuotaProbe[]): Refill | undefined => {
  const passed = probes.filter(({ status }) => status === 200).map(({ start }) => start);
  const starts = passed.filter(
    (time, index) => index > 0 && time - (passed[index - 1] ?? time) > gapOfWindow,
  );
  if (starts.length === 0) return evenRefill(passed);
  if (starts.length < 2) return undefined;
  const [first = 0] = starts;
  const last = starts.at(-1) ?? first;
  const seconds = (last - first) / 1000;
  const count = passed.filter((time) => time >= first && time < last).length;

  return { perSecond: count / seconds, ...around(count, seconds), kind: 'window' };
};

/** From the first that passed to the last: so many intervals. */
const evenRefill = (passed: readonly number[]): Refill | undefined => {
  const [first = 0] = passed;
  const seconds = ((passed.at(-1) ?? first) - first) / 1000;
  if (passed.length < 20) return undefined;
  const count = passed.length - 1;

  return { perSecond: count / seconds, ...around(count, seconds), kind: 'bucket' };
};

/** A count over a span is off by one at most at each of its ends. */
const around = (count: number, seconds: number) => ({
  low: (count - 1) / seconds,
  high: (count + 1) / seconds,
});

/** What passed at once; of a bucket, without what it refilled meanwhile. */
const burstOf = (probes: readonly QuotaProbe[], { perSecond, kind }: Refill): number => {
  const refusedAt = probes.find(({ status }) => status === 429)?.start ?? Number.POSITIVE_INFINITY;
  const passed = probes.filter(({ status, start }) => status === 200 && start < refusedAt);
  const seconds = (refusedAt - (passed[0]?.start ?? refusedAt)) / 1000;

  return Math.round(passed.length - (kind === 'bucket' ? seconds * perSecond : 0));
};

/** With the own quota used up before and after: another version, or client, that passes is counted apart. */
const apart = (probes: readonly QuotaProbe[]): Pick<QuotaFound, 'perClient' | 'perVersion'> => {
  const passes = (part: QuotaProbe['part']): boolean | null => {
    const status = probes.find((probe) => probe.part === part)?.status;

    return status === undefined || (status !== 200 && status !== 429) ? null : status === 200;
  };

  return { perVersion: passes('version'), perClient: passes('client') };
};

const headerFindings = (refused: readonly QuotaProbe[]): readonly string[] => {
  const absent = refused.filter(({ retryAfter }) => retryAfter === '').length;
  const odd = refused.find(({ retryAfter }) => retryAfter !== '' && !/^\d+$/.test(retryAfter));

  return [
    ...(absent > 0 ? [`${absent} of ${refused.length} answers with 429 had no Retry-After`] : []),
    ...(odd === undefined ? [] : [`Retry-After was "${odd.retryAfter}", not whole seconds`]),
  ];
};

const goodputOf = (probes: readonly QuotaProbe[]): number | null => {
  const [first] = probes;
  const last = probes.at(-1);
  if (!first || !last || last.end <= first.start) return null;
  const passed = probes.filter(({ status }) => status === 200).length;

  return Math.round((passed / ((last.end - first.start) / 1000)) * 100) / 100;
};

const parts = ['burst', 'version', 'client', 'own', 'refill', 'obey', 'waited'] as const;

/** A probe as the scenario writes it; undefined for another line. */
export const probeOf = ([name, start, end, status, retryAfter = '']: readonly string[]):
  | QuotaProbe
  | undefined => {
  const part = parts.find((each) => each === name);

  return part && { part, start: Number(start), end: Number(end), status: Number(status), retryAfter };
};
