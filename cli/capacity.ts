import { type Command, InvalidArgumentError } from 'commander';
import type { CapacityOptions } from '../load/capacity/capacity-options.ts';
import { command, type Ended, wholeNumber } from './command.ts';

const examples = [
  'capacity --scenario subscriber --url http://127.0.0.1:8080/hook',
  'capacity --scenario subscriber --url http://127.0.0.1:8080/hook --events-per-day 120000 --peak-factor 20',
  'capacity --scenario dispatch-latency --burst 50000/10m',
  'capacity --from results/latest --demand events-of-march.csv --burst 50000/10m',
  'capacity --from results/latest --api-calls-per-event 1',
  'capacity --scenario subscriber --url http://127.0.0.1:8080/hook --resume results/latest',
];

export const capacityCommand = (ended: Ended): Command =>
  command(
    'capacity',
    'find which rate of events is carried within the limits, and the room above a demand',
    examples,
  )
    .option('--scenario <name>', 'subscriber: yours, at --url; dispatch-latency: the tenant of ISC_TARGET')
    .option('--url <url>', 'the subscriber that the suite plays the tenant against')
    .option('--trigger <id>', 'the trigger that events are of')
    .option('--mode <mode>', 'FIRE_AND_FORGET, SYNC, ASYNC or DYNAMIC')
    .option(
      '--step-seconds <n>',
      'how long a step is measured; longer where p99 needs the samples',
      wholeNumber(5, 3600),
      60,
    )
    .option('--rate <n>', 'events a second of the first step (default: 20)', aboveZero)
    .option('--steps <n>', 'steps at most', wholeNumber(2, 50), 16)
    .option('--from <dir>', 'analyse the steps of a finished run, and drive nothing')
    .option('--resume <dir>', 'go on with a run that was interrupted, in its folder')
    .option('--events-per-day <n>', 'the demand: events a day', aboveZero)
    .option('--peak-factor <n>', 'how far the peak is above the mean of the day (default: 1)', aboveZero)
    .option('--burst <n/duration>', 'a demand, alone or beside another: so many events in a time, 50000/10m')
    .option('--demand <file>', 'the demand: the busiest row of a CSV of the past, time,count')
    .option('--api-calls-per-event <n>', 'API calls that the subscriber makes for each event', aboveZero)
    .option('--i-own-this-endpoint <host>', 'allows a --url that is not on this machine')
    .option('--slo <file>', 'limits in place of load/slo.yaml')
    .action(async (options: CapacityOptions) => {
      const { runCapacity } = await import('../load/capacity/run-capacity.ts');
      ended(await runCapacity(options));
    });

function aboveZero(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 1e12)) throw new InvalidArgumentError('It must be a number above 0.');

  return number;
}
