import type { ExchangeFacts } from './snapshot.ts';

/** The API as the reading met it. Latencies in ms. */
export type ApiSummary = Readonly<{
  requests: number;
  /** Other than 429 and 5xx. */
  answered: number;
  /** 5xx, or no answer at all. */
  failed: number;
  /** 429. */
  throttled: number;
  median: number | null;
  /** null below 20 answers: it would be the slowest of them. */
  p95: number | null;
  slowest: number | null;
}>;

const enoughForP95 = 20;

export const apiSummary = (exchanges: readonly ExchangeFacts[]): ApiSummary => {
  const failed = exchanges.filter(({ status }) => status === 0 || status >= 500).length;
  const throttled = exchanges.filter(({ status }) => status === 429).length;
  const times = exchanges
    .filter(({ status }) => status > 0 && status !== 429 && status < 500)
    .map(({ milliseconds }) => milliseconds)
    .toSorted((one, other) => one - other);
  const quantile = (share: number): number | null => {
    const value = times[Math.ceil(times.length * share) - 1];

    return value === undefined ? null : Math.round(value);
  };

  return {
    requests: exchanges.length,
    answered: times.length,
    failed,
    throttled,
    median: quantile(0.5),
    p95: times.length < enoughForP95 ? null : quantile(0.95),
    slowest: quantile(1),
  };
};
