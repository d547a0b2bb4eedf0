import { parseArgs } from 'node:util';
import { keepFigure, whole } from '../figures.ts';
import { boundOf } from '../repeat/outcomes.ts';
import { type Judged, runTrials } from './trials.ts';

const help = `Usage: npm run test:faults -- [--trials 100] [--seed N] [--workers 2]

Strikes gates on a tenant of this machine in their middle (signals, lost connections, 500, 429, expired tokens, a
restart, results that cannot be written), has the janitor clean up, and tells what is left and what was claimed.
The figure of at least 100 trials is written into docs/detection.md.
`;

const gates = [
  ['gate', '--operation', 'createSubscription'],
  ['gate', '--operation', 'patchSubscription'],
  ['gate', '--operation', 'deleteSubscription', '--workers', '2'],
  ['gate', '--smoke'],
];

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    workers: { type: 'string', default: '2' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const line = ({ number, strike, at, code, reference, seconds, wrongs }: Judged, trials: number): string => {
  const when = at === undefined ? 'struck after its end' : `at request ${at}`;
  const ended = code === null ? 'killed' : `exit ${code}`;
  const said = wrongs.length === 0 ? '' : `  WRONG: ${wrongs.join('; ')}`;

  return `${String(number).padStart(4)} of ${trials}  ${strike.name}, ${when} of ${reference.args.slice(1).join(' ')}: ${ended}  ${seconds.toFixed(1)} s${said}\n`;
};

const faults = async (seed: string, trials: number, workers: number): Promise<number> => {
  process.stdout.write(`${trials} trials, seed ${seed}\n`);
  const started = performance.now();
  const onTrial = (judged: Judged): void => {
    process.stdout.write(line(judged, trials));
    if (judged.wrongs.length > 0) process.stdout.write(`${judged.output}${judged.janitor.output}`);
  };
  const all = await runTrials({ seed, trials, workers, gates, onTrial });
  const wrong = all.filter(({ wrongs }) => wrongs.length > 0);
  const code = wrong.length === 0 ? 0 : 1;
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  process.stdout.write(
    `${code === 0 ? 'PASS' : 'FAIL'}    ${sentence(all)}, seed ${seed}, ${minutes} min  (exit ${code})\n`,
  );

  if (trials >= 100)
    keepFigure({
      section: 'faults',
      heading: 'Guest safety',
      command: 'npm run test:faults',
      sentence: sentence(all),
    });

  return code;
};

const sentence = (all: readonly Judged[]): string => {
  const count = (is: (each: Judged) => boolean): number => all.filter(is).length;
  const leftovers = all.reduce((sum, each) => sum + each.leftovers.length, 0);
  const wrong = count(({ wrongs }) => wrongs.length > 0);
  const bound = (100 * boundOf(wrong, all.length)).toFixed(1);

  return `${wrong} of ${all.length} struck gates went wrong (at 95 % confidence at most ${bound} % do): ${leftovers} leftovers, ${count((each) => each.isForeignChanged)} foreign changes`;
};

if (values.help) {
  process.stdout.write(help);
} else {
  try {
    process.exitCode = await faults(values.seed, whole(values.trials), whole(values.workers));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
