import { join } from 'node:path';
import { fullTenant, watchPeak } from '../../cli/testing/full-tenant.ts';
import { startProgram } from '../../cli/testing/run-program.ts';
import { workplace } from '../../cli/testing/workplace.ts';
import { writeNights } from '../../reports/history/testing/year.ts';

/** What one night of a full tenant takes: `seconds` of the whole command, `peak` memory in MiB. */
export type FullNight = Readonly<{ nights: number; seconds: number; peak: number; code: number | null }>;

/** Runs the command on a full tenant, with so many earlier nights of 900 subscriptions. */
export const fullNight = async (nights: number): Promise<FullNight> => {
  await using tenant = await fullTenant();
  using place = workplace();
  await writeNights(join(place.cwd, 'results/history/127.0.0.1'), { subscriptions: 900, nights });
  const { ISC_QUOTA: _, ...env } = tenant.env;
  const run = startProgram(['health', '--quiet'], { cwd: place.cwd, env });
  using watch = watchPeak(run.pid);
  const { seconds, code } = await run.ended;

  return { nights, seconds, code, peak: watch.peak() };
};
