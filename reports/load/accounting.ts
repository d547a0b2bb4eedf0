import type { Accounting, SloLine } from './load-report.ts';
import type { LoadSlo } from './slo.ts';

export const nothingCounted: Accounting = {
  invocations: { intended: 0, dropped: 0, sent: 0, accepted: 0, refused: 0, unanswered: 0 },
  deliveries: { expected: 0, delivered: 0, lost: 0, doubled: 0, late: 0 },
  completions: { expected: 0, completed: 0, missed: 0 },
};

/** Adds accounts up, member by member. */
export const addAccounts = (accounts: readonly (Accounting | null)[]): Accounting =>
  accounts.reduce<Accounting>((sum, each) => {
    if (each === null) return sum;

    return {
      invocations: added(sum.invocations, each.invocations),
      deliveries: added(sum.deliveries, each.deliveries),
      completions: added(sum.completions, each.completions),
    };
  }, nothingCounted);

/** The equations that do not hold, in words: an account that does not add up is a fault of the count. */
export const unbalanced = ({ invocations, deliveries, completions }: Accounting): readonly string[] =>
  [
    { name: 'intended = dropped + sent', off: invocations.intended - invocations.dropped - invocations.sent },
    {
      name: 'sent = accepted + refused + unanswered',
      off: invocations.sent - invocations.accepted - invocations.refused - invocations.unanswered,
    },
    {
      name: 'expected = delivered + lost',
      off: deliveries.expected - deliveries.delivered - deliveries.lost,
    },
    {
      name: 'expected = completed + missed',
      off: completions.expected - completions.completed - completions.missed,
    },
  ].flatMap(({ name, off }) => (off === 0 ? [] : [`${name} is off by ${off}`]));

/** The limits on what may go wrong, a line each where there was something to count. */
export const accountLines = (
  { invocations, deliveries, completions }: Accounting,
  { allowed, deadline }: LoadSlo,
): readonly SloLine[] => [
  ...share('refused', invocations.refused, invocations.sent, allowed.refused),
  ...share('unanswered', invocations.unanswered, invocations.sent, allowed.unanswered),
  ...share('lost', deliveries.lost, deliveries.expected, allowed.lost),
  ...share('doubled', deliveries.doubled, deliveries.expected, allowed.doubled),
  ...share('missed completions', completions.missed, completions.expected, deadline.missed),
];

const share = (measure: string, count: number, of: number, limit: number): readonly SloLine[] =>
  of === 0
    ? []
    : [
        {
          measure,
          limit,
          unit: 'share',
          seen: count / of,
          ok: count / of <= limit,
          note: `${count} of ${of}`,
        },
      ];

const added = <Part extends Readonly<Record<string, number>>>(one: Part, other: Part): Part =>
  Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value + (other[name] ?? 0)])) as Part;
