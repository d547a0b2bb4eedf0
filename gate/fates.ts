import type { Mutant, Variant } from '../mock/faults/index.ts';
import type { TestRecord } from '../reports/record.ts';

/** What the gate made of one broken tenant. */
export type Fate = Readonly<{
  id: string;
  breaks: string;
  fate: 'killed by its own clause' | 'killed by another' | 'survived';
  /** Clauses and operations that were named, `subscriptions.limit createSubscription`. */
  named: readonly string[];
}>;

/** What the gate made of one tenant that is unusual and right. */
export type Judgement = Readonly<{
  id: string;
  manner: string;
  verdict: 'green' | 'false alarm' | 'could not be judged';
  named: readonly string[];
  /** What stopped the first spec that could not judge. */
  error?: string;
}>;

/** Whether the specs saw that a promise is broken, and which one they named. */
export const fateOf = ({ id, breaks }: Mutant, records: readonly TestRecord[]): Fate => {
  const broken = brokenIn(id, records);
  const named = namesOf(broken);
  if (broken.length === 0) return { id, breaks, fate: 'survived', named };

  return {
    id,
    breaks,
    fate: broken.some(({ clause }) => clause === breaks) ? 'killed by its own clause' : 'killed by another',
    named,
  };
};

/** Whether the specs took an unusual tenant for a broken one. */
export const judgementOf = ({ id, manner }: Variant, records: readonly TestRecord[]): Judgement => {
  const broken = brokenIn(id, records);
  const stopped = records.find(({ project, outcome }) => project === id && outcome === 'error');
  const verdict = broken.length > 0 ? 'false alarm' : stopped ? 'could not be judged' : 'green';

  return {
    id,
    manner,
    verdict,
    named: namesOf(broken),
    ...(stopped?.error !== undefined && { error: stopped.error }),
  };
};

const brokenIn = (id: string, records: readonly TestRecord[]) =>
  records
    .filter(({ project }) => project === id)
    .flatMap(({ violations }) => violations)
    .filter(({ level }) => level === 'must');

const namesOf = (broken: ReturnType<typeof brokenIn>): readonly string[] => [
  ...new Set(broken.map(({ clause, operation }) => `${clause} ${operation}`)),
];
