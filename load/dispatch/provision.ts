import { markedName } from '../../client/run-mark.ts';
import { findTrigger } from '../../contracts/triggers/index.ts';
import { UsageError } from '../../gate/gate-options.ts';
import type { AnswerTable } from '../../subscriber/read-answers.ts';
import type { EventTarget } from '../support/dispatch-plan.ts';
import type { LoadTarget } from '../target/open-target.ts';
import type { LoadMode, ModeTarget } from './legs.ts';

export type Addressed = ModeTarget & Readonly<{ paths: readonly string[] }>;

/**
 * Response deadlines to ask for, one after the other: with the first nothing waits for an hour; a tenant may refuse it,
 * since no bounds are published. How long an event may take is a limit of the run, whatever the tenant allows.
 */
const responseDeadlines = ['PT10S', 'PT1H'] as const;

/** Gives each trigger its paths at the subscriber, one for each subscription of FIRE_AND_FORGET. */
export const addressed = (leg: readonly ModeTarget[], fanOut: number): readonly Addressed[] =>
  leg.map((each) => ({
    ...each,
    paths: Array.from(
      { length: each.mode === 'FIRE_AND_FORGET' ? fanOut : 1 },
      (_, index) => `/${each.mode.toLowerCase()}/${index}`,
    ),
  }));

/** How the subscriber answers: as each mode asks, with an output that fits the trigger. */
export const answersOf = (targets: readonly Addressed[]): AnswerTable =>
  Object.fromEntries(
    targets.flatMap(({ mode, triggerId, paths }) => {
      const output = findTrigger(triggerId)?.sampleOutput ?? {};

      return paths.map((path) => [path, replies[mode](output)] as const);
    }),
  );

const replies: Readonly<Record<LoadMode, (output: unknown) => AnswerTable[string]>> = {
  FIRE_AND_FORGET: () => ({ body: {} }),
  SYNC: (output) => ({ body: output }),
  ASYNC: (output) => ({ body: {}, completion: { output } }),
  DYNAMIC: (output) => ({ status: 202, body: {}, completion: { output } }),
};

/** Subscribes to each trigger, disabled: test events arrive all the same. Throws UsageError where a place is taken. */
export const provision = async (
  targets: readonly Addressed[],
  subscriberUrl: string,
  target: LoadTarget,
): Promise<readonly EventTarget[]> => {
  const made: EventTarget[] = [];
  for (const { mode, triggerId, paths } of targets) {
    const subscriptionIds: string[] = [];
    for (const path of paths)
      subscriptionIds.push(await subscribe({ mode, triggerId }, path, subscriberUrl, target));
    made.push({ mode, triggerId, subscriptionIds, paths });
  }

  return made;
};

const subscribe = async (
  { mode, triggerId }: ModeTarget,
  path: string,
  subscriberUrl: string,
  { client, version, ledger }: LoadTarget,
): Promise<string> => {
  let status = 0;
  for (const responseDeadline of responseDeadlines) {
    const { response, live } = await client.call('createSubscription', {
      version,
      body: {
        name: markedName(ledger.runId, `load ${path.slice(1)}`),
        description: '',
        triggerId,
        type: 'HTTP',
        responseDeadline,
        enabled: false,
        httpConfig: {
          url: `${subscriberUrl}${path}`,
          httpDispatchMode: mode === 'FIRE_AND_FORGET' ? 'SYNC' : mode,
          httpAuthenticationType: 'NO_AUTH',
        },
      },
    });
    const id = idOf(live.body);
    if (response.status === 201 && id !== undefined) return id;
    status = response.status;
    if (status !== 400) break;
  }
  throw new UsageError(
    `No subscription could be made on ${triggerId}: the tenant answered ${status}. ` +
      'Others may hold its places: name another trigger with --trigger, or other modes with --mode.',
  );
};

/** Takes away what a part of the run subscribed. What does not go is left to the sweep. */
export const unprovision = async (
  targets: readonly EventTarget[],
  { client, version }: LoadTarget,
): Promise<void> => {
  for (const id of targets.flatMap(({ subscriptionIds }) => subscriptionIds))
    await client.call('deleteSubscription', { version, path: { id } });
};

const idOf = (body: unknown): string | undefined => {
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;

  return typeof id === 'string' ? id : undefined;
};
