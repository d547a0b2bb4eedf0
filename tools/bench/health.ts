import { daysBack } from '../../reports/history/past.ts';
import { readHistory } from '../../reports/history/store/read-history.ts';
import { falseAlarms, foundChanges, noises } from '../../reports/history/testing/claims.ts';
import { writeNights } from '../../reports/history/testing/year.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { fullNight } from './health-night.ts';

const series = 20;
const nights = 200;
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const trials = 400;
const subscriptions = 900;

/** What is claimed of health's history and trends, measured on simulated nights. Gives 1 where a claim fails. */
export const benchHealth = async (): Promise<number> => {
  const alarms = seeds.map((seed) => falseAlarms({ nights, series, seed }));
  const [failures, , , , , , times] = noises;
  const found = [failures, times].map((noise) => {
    const factor = noise?.unit === 'share' ? 5 : 2;
    const share = noise ? foundChanges(noise, { factor, trials, seed: 1, series }) / trials : 0;
    return line(
      `${factor} times as much found in its second night, "${noise?.name}": ${percent(share)}`,
      share >= 0.95,
    );
  });
  const { seconds, series: read } = await yearRead();
  const nightsOfFull = [];
  for (const earlier of [0, 35, 365]) nightsOfFull.push(await fullNight(earlier));
  const lines = [
    line(
      `alarms in ${nights} nights of ${series} series of noise, ${seeds.length} seeds: ${alarms.join(', ')}`,
      alarms.every((count) => count <= 2),
    ),
    ...found,
    line(
      `a year of nights, ${subscriptions} subscriptions, ${read} series, read in ${seconds.toFixed(2)} s`,
      seconds < 2,
    ),
    ...nightsOfFull.map(({ nights: earlier, seconds: took, peak, code }) =>
      line(
        `900 subscriptions, 2000 statuses, ${earlier} earlier nights: ${took.toFixed(1)} s, ${peak.toFixed(0)} MiB, exit ${code}`,
        took < 60 && peak < 230,
      ),
    ),
  ];
  process.stdout.write(`${lines.map(({ text }) => text).join('\n')}\n\n${table()}`);

  return lines.every(({ holds }) => holds) ? 0 : 1;
};

/** Kind by kind: alarms where all series are of it, and how often a change is found. */
const table = (): string =>
  [
    `| noise | alarms in ${nights} nights of ${series} series of it | change | told in its second night | within a week |`,
    '|---|---|---|---|---|',
    ...noises.map((noise) => {
      const factor = noise.unit === 'share' ? 5 : 2;
      const alarms = falseAlarms({ nights, series, seed: 1, kinds: [noise] });
      const [soon, late] = [2, 7].map((within) =>
        percent(foundChanges(noise, { factor, trials, seed: 1, series, within }) / trials),
      );
      return `| ${noise.name} | ${alarms} | x ${factor} | ${soon} | ${late} |`;
    }),
    '',
  ].join('\n');

/** As the command reads them: all nights, and the measures of the last weeks. */
const yearRead = async (): Promise<Readonly<{ seconds: number; series: number }>> => {
  using own = ownFolder();
  await writeNights(own.path, { subscriptions, nights: 365 });
  const began = performance.now();
  const { series: read } = await readHistory(own.path, { before: Date.now(), days: daysBack });

  return { seconds: (performance.now() - began) / 1000, series: read.length };
};

const line = (text: string, holds: boolean) => ({ text: `${holds ? 'holds ' : 'FAILS '} ${text}`, holds });

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
