import { type Command, InvalidArgumentError } from 'commander';
import type { LoadOptions } from '../load/load-options.ts';
import { command, type Ended, wholeNumber } from './command.ts';

const examples = [
  'load',
  'load --workload load --scenario dispatch-latency --rate 300',
  'load --scenario dispatch-latency --mode FIRE_AND_FORGET --no-visible',
  'load --scenario dispatch-latency --burst 50000/10m',
  'load --scenario subscriber --url http://127.0.0.1:8080/hook --rate 20',
  'load --scenario dispatch-latency --workload load --rate 300 --segments 2',
  'load --kubernetes pods --scenario dispatch-latency --rate 1000 --segments 4',
];

export const loadCommand = (ended: Ended): Command =>
  command('load', 'run k6 scenarios against the target, with accounts, certificate and verdict', examples)
    .option(
      '--scenario <names>',
      'dispatch-latency, subscription-limits, pagination, rate-limit, subscriber, several with commas (default: the first four)',
    )
    .option('--workload <name>', 'smoke, load, stress, spike, soak or breakpoint', 'smoke')
    .option('--rate <n>', 'events a second (default: that of the workload)', rate)
    .option('--trigger <id>', 'the trigger that events are started on')
    .option('--mode <modes>', 'FIRE_AND_FORGET, SYNC, ASYNC, DYNAMIC, several with commas (default: all)')
    .option('--fan-out <n>', 'subscriptions that a FIRE_AND_FORGET event goes to', wholeNumber(1, 20), 1)
    .option(
      '--segments <n>',
      'k6 processes that the events of dispatch-latency and subscriber are split over',
      wholeNumber(1, 64),
      1,
    )
    .option('--kubernetes <dir>', 'writes manifests for the k6 operator into a folder, and runs nothing')
    .option('--provision <dir>', 'for pods of such a folder: subscribe, receive, and clean up behind them')
    .option('--no-visible', 'do not look at the statuses')
    .option('--burst <n/duration>', 'so many events in a time, 50000/10m, in place of a workload')
    .option('--url <url>', 'the subscriber that the scenario subscriber plays the tenant against')
    .option('--i-own-this-endpoint <host>', 'allows a --url that is not on this machine')
    .option('--slo <file>', 'limits in place of load/slo.yaml')
    .action(async (options: LoadOptions) => {
      if (options.kubernetes !== undefined) {
        const { runKubernetes } = await import('../load/kubernetes/run-kubernetes.ts');
        return ended(await runKubernetes(options, options.kubernetes));
      }
      if (options.provision !== undefined) {
        const { provisionPods } = await import('../load/kubernetes/provision-pods.ts');
        return ended(await provisionPods(options, options.provision));
      }
      const { runLoad } = await import('../load/run-load.ts');
      ended(await runLoad(options));
    });

const rate = (value: string): number => {
  const number = Number(value);
  if (!(number > 0 && number <= 10_000))
    throw new InvalidArgumentError('It must be a number above 0, and at most 10000.');

  return number;
};
