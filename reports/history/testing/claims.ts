import { seededRandom } from '../../capacity/statistics/random.ts';
import { changeOf } from '../trends/change.ts';
import type { Point } from '../trends/point.ts';
import { tailsOf } from '../trends/tail.ts';
import type { Unit } from '../trends/units.ts';
import { failures, type Noise, simulated, times } from './noise.ts';
import { nightAt } from './samples.ts';

/** Nights as they are found on tenants, and worse. */
export const noises = [
  failures('1 % of 400 fail', { share: 0.01, invocations: 400 }),
  failures('1 % of 400, nights unlike each other', { share: 0.01, invocations: 400, alike: 0.001 }),
  failures('2 % of 400, three times as many at weekends', { share: 0.02, invocations: 400, weekend: 3 }),
  failures('2 % of 400, of 20 at weekends', { share: 0.02, invocations: 400, weekendVolume: 0.05 }),
  failures('5 % of 40', { share: 0.05, invocations: 40, alike: 0.01 }),
  failures('none of 400 fail', { share: 0, invocations: 400 }),
  times('200 ms, nights differ by 10 %', { milliseconds: 200, deviation: 0.1 }),
  times('200 ms, by 15 %', { milliseconds: 200, deviation: 0.15 }),
  times('2 s, by 12 %, heavy tails', { milliseconds: 2000, deviation: 0.12, shape: 'heavy' }),
  times('200 ms, by 15 %, slow nights far slower', { milliseconds: 200, deviation: 0.15, shape: 'skewed' }),
  times('300 ms, by 12 %, 40 % more at weekends', { milliseconds: 300, deviation: 0.12, weekend: 1.4 }),
  times('200 ms, by 15 %, neighbours alike (0.3)', { milliseconds: 200, deviation: 0.15, memory: 0.3 }),
  times('1 ms, by 30 %', { milliseconds: 1, deviation: 0.3 }),
] as const satisfies readonly Noise[];

/** Nights that are looked back on. */
const warmUp = 31;

/** How many alarms so many nights of so many series give where nothing changes; the kinds of noise take turns. */
export const falseAlarms = ({
  nights,
  series,
  seed,
  kinds = noises,
}: Readonly<{ nights: number; series: number; seed: number; kinds?: readonly Noise[] }>): number => {
  const random = seededRandom(seed);
  const all = Array.from({ length: series }, (_, place): Observed => {
    const noise = kinds[place % kinds.length] ?? noises[0];
    return { unit: noise.unit, points: simulated(noise, { random, nights: warmUp + nights }) };
  });
  const known = new Map<Observed, string>();
  let found = 0;
  for (let night = 0; night < nights; night += 1) {
    const seen = all.map((each) => ({ each, points: until(each.points, warmUp + night) }));
    const tails = tailsOf(
      seen.map(({ each, points }) => ({ unit: each.unit, points, known: known.get(each) })),
    );
    for (const { each, points } of seen) {
      const change = changeOf(points, {
        unit: each.unit,
        series,
        tail: tails[each.unit],
        known: known.get(each),
      });
      if (change?.to === 'more' && !known.has(each)) found += 1;
      if (change?.to === 'more') known.set(each, change.since);
      else known.delete(each);
    }
  }

  return found;
};

type Observed = Readonly<{ unit: Unit; points: readonly Point[] }>;

/** What a night sees of a series: the month up to it; nothing of a night that is missing. */
const until = (points: readonly Point[], day: number): readonly Point[] => {
  const [first, last] = [nightAt(day - warmUp), nightAt(day)];
  const seen = points.filter(({ taken }) => taken >= first && taken <= last);

  return seen.at(-1)?.taken === last ? seen : [];
};

type Found = Readonly<{ factor: number; trials: number; seed: number; series: number; within?: number }>;

/** In how many of `trials` a level that is multiplied by `factor` is an alarm `within` two nights, or more. */
export const foundChanges = (noise: Noise, { factor, trials, seed, series, within = 2 }: Found): number => {
  const random = seededRandom(seed);
  const quiet = Array.from({ length: series }, () => simulated(noise, { random, nights: warmUp }));
  const tail = tailsOf(quiet.map((points) => ({ unit: noise.unit, points })))[noise.unit];
  const found = Array.from({ length: trials }, () => {
    const nights = warmUp + within + Math.floor(random() * 7);
    const points = simulated(noise, { random, nights, always: within, factor });

    return Array.from({ length: within - 1 }, (_, place) => points.length - place).some(
      (length) => changeOf(points.slice(0, length), { unit: noise.unit, series, tail })?.to === 'more',
    );
  });

  return found.filter(Boolean).length;
};
