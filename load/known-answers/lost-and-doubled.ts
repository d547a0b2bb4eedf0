import { type KnownRun, scenarioOf } from './run.ts';

/** What `dispatch-latency` lost and doubled, its warm-up included, in the words of the tenant's own counts. */
export const lostAndDoubled = (run: KnownRun): Readonly<Record<'dropped' | 'duplicated', number>> => {
  const { accounting, warmup } = scenarioOf(run, 'dispatch-latency');
  const all = (name: 'lost' | 'doubled'): number =>
    (accounting?.deliveries[name] ?? 0) + (warmup?.deliveries[name] ?? 0);

  return { dropped: all('lost'), duplicated: all('doubled') };
};
