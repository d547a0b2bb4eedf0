import { seededRandom } from '../../mock/random.ts';
import { between, type Strike, strikes } from './strikes.ts';
import { type Came, type Reference, referenceOf, runTrial } from './trial.ts';
import { wrongsOf } from './wrongs.ts';

export type TrialsOptions = Readonly<{
  seed: string | number;
  trials: number;
  /** How many go on at once. */
  workers: number;
  /** Gates that are struck, by their arguments. */
  gates: readonly (readonly string[])[];
  /** Told of each trial as it ends. */
  onTrial: (judged: Judged) => void;
}>;

export type Judged = Came & Readonly<{ number: number; wrongs: readonly string[] }>;

type Plan = Readonly<{ number: number; strike: Strike; gate: number }>;

/** Runs gates that are struck in their middle: every strike as often as every other, in an order by chance. */
export const runTrials = async (options: TrialsOptions): Promise<readonly Judged[]> => {
  const references: Reference[] = [];
  for (const args of options.gates) references.push(await referenceOf(args));
  const plans = planned(options);
  const judged: Judged[] = [];

  const work = async (): Promise<void> => {
    for (let plan = plans.shift(); plan !== undefined; plan = plans.shift()) {
      const reference = references[plan.gate];
      if (reference === undefined) return;
      const random = seededRandom(`${options.seed}:${plan.number}`);
      const came = await runTrial({ reference, strike: plan.strike, random });
      const result = { ...came, number: plan.number, wrongs: wrongsOf(came) };
      judged.push(result);
      options.onTrial(result);
    }
  };
  await Promise.all(Array.from({ length: options.workers }, work));

  return judged.toSorted((one, other) => one.number - other.number);
};

const planned = ({ seed, trials, gates }: TrialsOptions): Plan[] => {
  const random = seededRandom(seed);
  const order = strikes
    .map((strike) => ({ strike, key: random.number() }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ strike }) => strike);

  return Array.from({ length: trials }, (_, index) => index).flatMap((index) => {
    const strike = order[index % order.length];
    return strike ? [{ number: index + 1, strike, gate: between(random)(0, gates.length - 1) }] : [];
  });
};
