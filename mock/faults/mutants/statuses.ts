import type { InvocationRecord } from '../../records.ts';
import { changeBody, type JsonObject, omit } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

const hour = 3_600_000;

/** Changes what the status of an invocation shows. */
const shows =
  (change: (status: JsonObject, invocation: InvocationRecord) => unknown): Apply =>
  ({ seams }) => {
    const { status } = seams.present;
    seams.present.status = (invocation) => change(status(invocation) as JsonObject, invocation);
  };

/** Changes what an invocation was started by. */
const showsStart = (change: (started: JsonObject) => unknown): Apply =>
  shows((status) => ({
    ...status,
    startInvocationInput: change(status.startInvocationInput as JsonObject),
  }));

/** Moves a time that a status shows, where it shows it. */
const moved = (time: unknown, ms: number): unknown =>
  typeof time === 'string' ? new Date(Date.parse(time) + ms).toISOString() : time;

/** Lists those that are kept by another rule; `age` in ms from their end, 0 while they are open. */
const keeps =
  (isKept: (invocation: InvocationRecord, age: number) => boolean, most = 2000): Apply =>
  ({ seams }) => {
    seams.visibleInvocations = ({ clock, store }) =>
      store.invocations
        .list()
        .filter((each) => isKept(each, each.completed === undefined ? 0 : clock.now() - each.completed))
        .slice(-most);
  };

const keptHours = (succeeded: number, failed: number): Apply =>
  keeps(({ localizedError }, age) => age === 0 || age < (localizedError ? failed : succeeded) * hour);

/** What the list of statuses shows of an invocation, and for how long. */
export const statusMutants: readonly Mutant[] = [
  {
    id: 'open-invocations-not-listed',
    breaks: 'invocations.status.in-flight',
    apply: keeps(({ completed }) => completed !== undefined),
  },
  {
    id: 'invocations-listed-a-minute-late',
    breaks: 'invocations.status',
    apply: ({ seams }) => {
      const { visibleInvocations } = seams;
      seams.visibleInvocations = (tenant) =>
        visibleInvocations(tenant).filter(({ created }) => tenant.clock.now() - created > 60_000);
    },
  },
  {
    id: 'latest-invocation-of-a-subscription-listed-only',
    breaks: 'invocations.status',
    apply: ({ seams }) => {
      const { visibleInvocations } = seams;
      seams.visibleInvocations = (tenant) => [
        ...new Map(visibleInvocations(tenant).map((each) => [each.subscriptionId, each])).values(),
      ];
    },
  },
  {
    id: 'invocations-listed-twice',
    breaks: 'invocations.status',
    apply: changeBody({ operation: 'listTriggerInvocationStatus', status: 200 }, (body) =>
      (body as readonly unknown[]).flatMap((each) => [each, each]),
    ),
  },
  {
    id: 'status-with-an-id-of-its-own',
    breaks: 'invocations.status',
    apply: shows((status) => ({ ...status, id: `status-${status.id}` })),
  },
  {
    id: 'status-of-a-test-is-real-time',
    breaks: 'invocations.status',
    apply: shows((status) => ({ ...status, type: 'REAL_TIME' })),
  },
  {
    id: 'status-has-the-trigger-as-name',
    breaks: 'invocations.status',
    apply: shows((status) => ({ ...status, subscriptionName: status.triggerId })),
  },
  {
    id: 'status-without-name',
    breaks: 'exchange.body',
    apply: shows((status) => omit(status, 'subscriptionName')),
  },
  {
    id: 'status-without-trigger',
    breaks: 'exchange.body',
    apply: shows((status) => omit(status, 'triggerId')),
  },
  {
    id: 'status-has-the-subscription-as-trigger',
    breaks: 'invocations.status',
    apply: shows((status) => ({ ...status, triggerId: status.subscriptionId })),
  },
  {
    id: 'status-without-start',
    breaks: 'exchange.body',
    apply: shows((status) => omit(status, 'startInvocationInput')),
  },
  {
    id: 'status-without-input',
    breaks: 'invocations.status',
    apply: showsStart((started) => omit(started, 'input')),
  },
  {
    id: 'status-with-an-empty-input',
    breaks: 'invocations.status',
    apply: showsStart((started) => ({ ...started, input: {} })),
  },
  {
    id: 'status-of-a-start-of-another-trigger',
    breaks: 'invocations.status',
    apply: showsStart((started) => ({ ...started, triggerId: 'idn:identity-deleted' })),
  },
  {
    id: 'status-has-the-input-of-the-first',
    breaks: 'invocations.status',
    apply: (tenant) =>
      shows((status, { subscriptionId }) => {
        const first = tenant.store.invocations.list().find((each) => each.subscriptionId === subscriptionId);

        return {
          ...status,
          startInvocationInput: { ...(status.startInvocationInput as JsonObject), input: first?.input },
        };
      })(tenant),
  },
  {
    id: 'status-ended-before-it-began',
    breaks: 'invocations.status.created',
    apply: shows((status) => ({ ...status, completed: moved(status.completed, -1000) })),
  },
  {
    id: 'status-times-an-hour-off',
    breaks: 'invocations.status.created',
    apply: shows((status) => ({
      ...status,
      created: moved(status.created, hour),
      completed: moved(status.completed, hour),
    })),
  },
  {
    id: 'status-created-when-it-is-asked-for',
    breaks: 'invocations.status.created',
    apply: (tenant) =>
      shows((status) => ({ ...status, created: new Date(tenant.clock.now()).toISOString() }))(tenant),
  },
  {
    id: 'status-created-in-milliseconds',
    breaks: 'exchange.body',
    apply: shows((status, { created }) => ({ ...status, created })),
  },
  {
    id: 'status-completed-missing-when-ended',
    breaks: 'invocations.status.output',
    apply: shows((status) => ({ ...status, completed: null })),
  },
  {
    id: 'status-shows-output-as-text',
    breaks: 'invocations.status.output',
    apply: shows((status) => {
      const ended = status.completeInvocationInput as JsonObject | undefined;

      return ended
        ? { ...status, completeInvocationInput: { ...ended, output: JSON.stringify(ended.output) } }
        : status;
    }),
  },
  { id: 'status-kept-12-hours', breaks: 'invocations.status.retention', apply: keptHours(12, 48) },
  { id: 'status-kept-48-hours', breaks: 'invocations.status.retention', apply: keptHours(48, 48) },
  { id: 'failed-status-kept-24-hours', breaks: 'invocations.status.retention', apply: keptHours(24, 24) },
  { id: 'failed-status-kept-for-ever', breaks: 'invocations.status.retention', apply: keptHours(24, 1e6) },
  { id: 'status-kept-for-ever', breaks: 'invocations.status.retention', apply: keeps(() => true) },
  {
    id: 'more-than-2000-statuses',
    breaks: 'invocations.status.most',
    apply: keeps(() => true, 100_000),
  },
  {
    id: 'one-status-too-many',
    breaks: 'invocations.status.most',
    apply: keeps(() => true, 2001),
  },
];
