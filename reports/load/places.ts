/** An attempt on the places of one trigger. Times in ms on one clock. */
export type Attempt = Readonly<{
  kind: 'create' | 'delete';
  start: number;
  end: number;
  /** 0: no answer, so nobody knows whether it was carried out. */
  status: number;
}>;

export type Places = Readonly<{
  limit: number;
  /** Subscriptions that others held all the while. */
  others: number;
}>;

export type PlacesJudged = Readonly<{
  /** The most that were surely held at once, those of others among them. */
  mostHeld: number;
  /** How often a place was taken, refused and given back. */
  created: number;
  refused: number;
  deleted: number;
  /** Refusals while a place was surely free from the request's start to its end. */
  wrongRefusals: number;
  findings: readonly string[];
}>;

/**
 * Judges a race by what can be said for sure. A subscription is surely held from the end of the request that made it
 * to the start of the one that deletes it, and surely gone before the former's start and after the latter's end.
 */
export const judgePlaces = (attempts: readonly Attempt[], { limit, others }: Places): PlacesJudged => {
  const made = attempts.filter(({ kind, status }) => kind === 'create' && status === 201);
  const refused = attempts.filter(({ kind, status }) => kind === 'create' && isRefusal(status));
  const gone = attempts.filter(({ kind, status }) => kind === 'delete' && status === 204);
  const perhapsMade = attempts.filter(({ kind, status }) => kind === 'create' && !isRefusal(status));
  const perhapsGone = attempts.filter(({ kind }) => kind === 'delete');

  const surely = levels([
    ...made.map(({ end }) => ({ time: end, change: 1 })),
    ...perhapsGone.map(({ start }) => ({ time: start, change: -1 })),
  ]);
  const perhaps = levels([
    ...perhapsMade.map(({ start }) => ({ time: start, change: 1 })),
    ...gone.map(({ end }) => ({ time: end, change: -1 })),
  ]);
  const mostHeld = others + Math.max(0, ...surely.map(({ level }) => level));
  const wrongRefusals = refused.filter(
    ({ start, end }) => others + mostBetween(perhaps, start, end) < limit,
  ).length;

  return {
    mostHeld,
    created: made.length,
    refused: refused.length,
    deleted: gone.length,
    wrongRefusals,
    findings: [
      ...(mostHeld > limit ? [`${mostHeld} subscriptions were held at once; at most ${limit} may be`] : []),
      ...(wrongRefusals > 0
        ? [`${wrongRefusals} of ${refused.length} refusals came while a place was free all the time`]
        : []),
    ],
  };
};

type Level = Readonly<{ time: number; level: number }>;

/** Any 4xx but 401 and 429 refuses a place too many; no status is published for it. */
const isRefusal = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 401 && status !== 429;

/** How many there are from each moment on; what goes is counted before what comes at the same moment. */
const levels = (changes: readonly Readonly<{ time: number; change: number }>[]): readonly Level[] => {
  let level = 0;

  return changes
    .toSorted((one, other) => one.time - other.time || one.change - other.change)
    .map(({ time, change }) => {
      level += change;

      return { time, level };
    });
};

const mostBetween = (sorted: readonly Level[], start: number, end: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.time ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let most = sorted[low - 1]?.level ?? 0;
  for (let place = low; place < sorted.length; place += 1) {
    const { time, level } = sorted[place] ?? { time: Number.POSITIVE_INFINITY, level: 0 };
    if (time > end) break;
    most = Math.max(most, level);
  }

  return most;
};
