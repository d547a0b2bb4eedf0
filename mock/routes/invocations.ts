import { failure } from '../../dispatch/failure.ts';
import { isKept, mostFetched } from '../../dispatch/retention.ts';
import type { Call, Problem, Reply } from '../call.ts';
import { forgetFinished } from '../dispatch/forget-finished.ts';
import { badRequest } from '../plugins/errors.ts';
import type { InvocationRecord, SubscriptionRecord, TriggerRecord } from '../records.ts';
import type { Tenant } from '../tenant.ts';

type TestBody = Readonly<{
  triggerId: string;
  contentJson: unknown;
  input?: unknown;
  subscriptionIds?: readonly string[] | null;
}>;

type CompleteBody = Readonly<{ secret: string; output: unknown; error?: string }>;

type Start = Readonly<{ trigger: TriggerRecord; input: unknown; body: TestBody; call: Call }>;

/** Starts one invocation for each subscription that is meant; 204 where there is none. */
export const startTestTriggerInvocation = (call: Call, tenant: Tenant): Reply => {
  const body = call.body as TestBody;
  const trigger = tenant.store.triggers.find(body.triggerId);
  if (!trigger) return badRequest(call.requestId, [{ field: 'triggerId', text: 'no trigger has this id' }]);

  const input = body.input ?? trigger.exampleInput;
  const subscriptions = tenant.seams.addressees(body, input, tenant);
  if (subscriptions.length === 0) return { status: 204, headers: {} };

  const started = subscriptions.map((subscription) =>
    start(subscription, { trigger, input, body, call }, tenant),
  );

  return { status: 200, headers: {}, body: started.map(tenant.seams.present.invocation) };
};

/** Who gets a test event: the trigger's subscribers, disabled ones included, or those of them that are named. */
export const addressees = (
  { triggerId, subscriptionIds }: TestBody,
  input: unknown,
  { store, filters }: Tenant,
): readonly SubscriptionRecord[] =>
  store.subscriptions
    .list()
    .filter((subscription) => subscription.triggerId === triggerId)
    .filter(({ id }) => subscriptionIds?.includes(id) ?? true)
    .filter(({ filter }) => !filter || filters.matches(filter, input));

/** The secret in the body authenticates. A second completion changes nothing. */
export const completeTriggerInvocation = (call: Call, tenant: Tenant): Reply => {
  const { secret, output, error } = call.body as CompleteBody;
  const invocation = tenant.store.invocations.find(call.id);
  const problem = tenant.seams.completionProblem(invocation, secret);
  if (!invocation || problem) return badRequest(call.requestId, problem ? [problem] : []);
  if (tenant.seams.dispatch.takesCompletion(invocation, tenant)) {
    const localizedError = error ? failure.reported(error) : null;
    tenant.dispatcher.complete(invocation, { output, localizedError }, tenant);
  }

  return { status: 204, headers: {} };
};

export const completionProblem = (
  invocation: InvocationRecord | undefined,
  secret: string,
): Problem | undefined => {
  if (!invocation) return { field: 'id', text: 'no invocation has this id' };

  return invocation.secret === secret
    ? undefined
    : { field: 'secret', text: 'is not that of the invocation' };
};

/** The statuses that can be fetched: successful ones for 24 h, failed ones for 48 h, the latest 2000 of them. */
export const visibleInvocations = ({ clock, store }: Tenant): readonly InvocationRecord[] => {
  const now = clock.now();

  return store.invocations
    .list()
    .filter((invocation) => isKept(invocation, now))
    .slice(-mostFetched);
};

const start = (
  subscription: SubscriptionRecord,
  { trigger, input, body, call }: Start,
  tenant: Tenant,
): InvocationRecord => {
  const { dispatch } = tenant.seams;
  const created = tenant.clock.now();
  const deadlineAt = dispatch.deadlineAt({ trigger, subscription, created });
  const invocation: InvocationRecord = {
    id: tenant.random.uuid(),
    triggerId: trigger.id,
    subscriptionId: subscription.id,
    subscriptionName: subscription.name,
    type: 'TEST',
    secret: tenant.random.uuid(),
    input,
    contentJson: body.contentJson,
    created,
    ...(deadlineAt !== undefined && { deadlineAt }),
  };
  tenant.store.invocations.put(invocation);
  forgetFinished(tenant.store);
  const callbackURL = dispatch.callbackURL(invocation.id, call, tenant);
  tenant.dispatcher.start({ invocation, subscription, trigger, callbackURL }, tenant);

  return invocation;
};
