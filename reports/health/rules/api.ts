import { apiSummary } from '../api-summary.ts';
import type { Subject } from '../finding.ts';
import type { ExchangeFacts, Snapshot } from '../snapshot.ts';
import { agoText, percent } from '../words.ts';
import type { Rule } from './rule.ts';

const aboutApi = ({ host }: Snapshot): Subject => ({ kind: 'api', id: 'api', name: host });

/** Answers of 5xx, and requests without an answer. */
export const availability: Rule = (snapshot) => {
  const { requests, failed } = apiSummary(snapshot.exchanges);
  const kinds = new Map<string, number>();
  for (const { status } of snapshot.exchanges.filter(isFailure))
    kinds.set(
      status === 0 ? 'no answer' : String(status),
      (kinds.get(status === 0 ? 'no answer' : String(status)) ?? 0) + 1,
    );

  return failed === 0
    ? []
    : [
        {
          id: 'api.availability',
          severity: 'warning',
          subject: aboutApi(snapshot),
          what: `${failed} of ${requests} requests failed (${percent(failed / requests)}): ${[...kinds].map(([kind, count]) => `${count} x ${kind}`).join(', ')}.`,
          impact: 'completions and changes of subscriptions fail the same way',
          advice: "Look at the vendor's status page, and at what stands between here and the tenant.",
        },
      ];
};

export const latency: Rule = (snapshot, { slowMs }) => {
  const { p95, median, answered } = apiSummary(snapshot.exchanges);
  const seen = p95 ?? median;
  if (seen === null || seen < slowMs) return [];

  return [
    {
      id: 'api.latency',
      severity: 'warning',
      subject: aboutApi(snapshot),
      what: `${p95 === null ? 'The median' : 'p95'} of ${answered} answers is ${agoText(seen)}.`,
      impact: 'completions come later, nearer to their deadlines',
      advice: 'Compare with other nights; from elsewhere too, since the way there counts.',
    },
  ];
};

export const throttling: Rule = (snapshot) => {
  const { requests, throttled } = apiSummary(snapshot.exchanges);

  return throttled === 0
    ? []
    : [
        {
          id: 'api.throttling',
          severity: 'warning',
          subject: aboutApi(snapshot),
          what: `${throttled} of ${requests} requests were answered 429 (${percent(throttled / requests)}), though this run stays below the quota.`,
          impact: 'what shares this client waits, completions among it',
          advice: 'Give this command a client of its own.',
        },
      ];
};

/** Promises of the contract that an exchange of the reading broke. */
export const contract: Rule = ({ exchanges }) => {
  const operations = [...new Set(exchanges.map(({ operation }) => operation))];

  return operations.flatMap((operation) => {
    const broken = brokenOf(exchanges.filter((exchange) => exchange.operation === operation));
    const must = broken.filter(({ level }) => level === 'must');
    const told = must.length > 0 ? must : broken;

    return told.length === 0
      ? []
      : [
          {
            id: 'api.contract',
            severity: must.length > 0 ? ('error' as const) : ('info' as const),
            subject: { kind: 'api' as const, id: operation, name: operation },
            what: told
              .map(
                ({ clause, level, expected, seen }) =>
                  `${clause} (${level}): expected ${expected}, seen ${seen}`,
              )
              .join('; '),
            impact:
              must.length > 0
                ? 'clients that rely on the documentation misread this tenant'
                : 'strict clients may stumble',
            advice: `npx isc-triggers gate --operation ${operation} shows it with a request to repeat.`,
          },
        ];
  });
};

const brokenOf = (exchanges: readonly ExchangeFacts[]) => [
  ...new Map(
    exchanges.flatMap(({ violations }) => violations).map((each) => [`${each.clause} ${each.level}`, each]),
  ).values(),
];

const isFailure = ({ status }: ExchangeFacts): boolean => status === 0 || status >= 500;
