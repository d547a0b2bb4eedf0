import { seededRandom } from '../../capacity/statistics/random.ts';
import { changeOf } from '../trends/change.ts';
import { failures, type Noise, simulated, times } from './noise.ts';

/** Nights as they are found on tenants, and worse. */
export const noises: readonly Noise[] = [
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
];

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
  const alarms = Array.from({ length: series }, (_, place) => {
    const noise = kinds[place % kinds.length];
    if (!noise) return 0;
    const points = simulated(noise, { random, nights: warmUp + nights });
    let known: string | undefined;
    let found = 0;
    for (let night = warmUp; night < points.length; night += 1) {
      const change = changeOf(points.slice(night - warmUp, night + 1), { unit: noise.unit, series, known });
      if (change?.to === 'more' && known === undefined) found += 1;
      known = change?.to === 'more' ? change.since : undefined;
    }
    return found;
  });

  return alarms.reduce((sum, each) => sum + each, 0);
};

type Found = Readonly<{ factor: number; trials: number; seed: number; series: number; within?: number }>;

/** In how many of `trials` a level that is multiplied by `factor` is an alarm `within` two nights, or more. */
export const foundChanges = (noise: Noise, { factor, trials, seed, series, within = 2 }: Found): number => {
  const random = seededRandom(seed);
  const found = Array.from({ length: trials }, () => {
    const nights = warmUp + within + Math.floor(random() * 7);
    const points = simulated(noise, { random, nights, always: within, factor });

    return Array.from({ length: within - 1 }, (_, place) => points.length - place).some(
      (length) => changeOf(points.slice(0, length), { unit: noise.unit, series })?.to === 'more',
    );
  });

  return found.filter(Boolean).length;
};
