import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepFigure, whole } from '../figures.ts';
import { flakesOf, type Outcome, repeatSentence } from './outcomes.ts';
import { runGateOnce } from './run-gate-once.ts';

const help = `Usage: npm run test:repeat -- [--runs 50] [--workers 1,2,4] [-- GATE OPTIONS]

Runs gates on the embedded tenant, one after the other, each with a seed of its own, and tells how many of them
were flaky. Without gate options the figure is written into docs/detection.md. Results of a flaky gate are kept.
`;

const { values, positionals } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    workers: { type: 'string', default: '1,2,4' },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
});

const repeat = async (runs: number, workers: readonly number[]): Promise<number> => {
  const results = mkdtempSync(join(tmpdir(), 'isc-triggers-repeat-'));
  const outcomes: Outcome[] = [];
  for (let index = 0; index < runs; index += 1) {
    const outcome = await runGateOnce(results, workers[index % workers.length] ?? 1, positionals);
    outcomes.push(outcome);
    process.stdout.write(
      `${`${index + 1}`.padStart(4)} of ${runs}  run ${outcome.run}  workers ${outcome.workers}  exit ${outcome.exitCode}  ${outcome.tests} specs  ${outcome.seconds.toFixed(1)} s\n`,
    );
  }
  const flakes = flakesOf(outcomes);
  const code = flakes.length > 0 ? 1 : 0;
  process.stdout.write(`${code === 0 ? 'PASS' : 'FAIL'}    ${repeatSentence(outcomes)}  (exit ${code})\n`);
  if (code === 0) rmSync(results, { recursive: true, force: true });
  else process.stdout.write(`Results ${results}\n`);
  if (positionals.length === 0)
    keepFigure({
      section: 'repeat',
      heading: 'Flakes',
      command: 'npm run test:repeat',
      sentence: repeatSentence(outcomes),
    });

  return code;
};

if (values.help) {
  process.stdout.write(help);
} else {
  try {
    process.exitCode = await repeat(whole(values.runs), values.workers.split(',').map(whole));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
