import type { Call, Problem, Reply } from '../call.ts';
import { badRequest, errorReply } from '../plugins/errors.ts';
import type { SubscriptionRecord } from '../records.ts';
import type { SubscriptionBody } from '../subscriptions/draft.ts';
import type { PatchOperation } from '../subscriptions/patch.ts';
import type { Tenant } from '../tenant.ts';

export const createSubscription = async (call: Call, tenant: Tenant): Promise<Reply> => {
  const { seams, store } = tenant;
  const body = call.body as SubscriptionBody;
  const trigger = store.triggers.find(body.triggerId ?? '');
  if (!trigger) return badRequest(call.requestId, [{ field: 'triggerId', text: 'no trigger has this id' }]);

  const subscription = seams.draft(body, { id: tenant.random.uuid(), trigger });
  const problems = seams.rules(subscription, tenant);
  if (problems.length > 0) return badRequest(call.requestId, problems);

  const full = await seams.addSubscription(subscription, trigger, tenant);
  if (full) return badRequest(call.requestId, [full]);

  return { status: 201, headers: {}, body: seams.present.subscription(subscription) };
};

/** Replaces everything but id and trigger; name and type, without which none can be, stay where they are left out. */
export const updateSubscription = (call: Call, tenant: Tenant): Reply => {
  const stored = tenant.store.subscriptions.find(call.id);
  if (!stored) return notFound(call);

  const body = call.body as SubscriptionBody;
  const changed = tenant.seams.immutableProblems(body, stored);
  if (changed.length > 0) return badRequest(call.requestId, changed);

  return putBack(call, tenant, tenant.seams.replace(body, stored), stored);
};

export const patchSubscription = (call: Call, tenant: Tenant): Reply => {
  const stored = tenant.store.subscriptions.find(call.id);
  if (!stored) return notFound(call);

  const patched = tenant.seams.patch(call.body as readonly PatchOperation[], stored);

  return patched.ok
    ? putBack(call, tenant, patched.value, stored)
    : badRequest(call.requestId, [patched.problem]);
};

export const deleteSubscription = (call: Call, tenant: Tenant): Reply =>
  tenant.seams.removeSubscription(call.id, tenant) ? { status: 204, headers: {} } : notFound(call);

/** Adds a subscription unless its trigger is full. Looks and adds in one go, so that a race cannot exceed the limit. */
export const addSubscription = (
  subscription: SubscriptionRecord,
  trigger: Readonly<{ id: string; type: keyof Tenant['limits'] }>,
  { limits, store }: Tenant,
): Problem | undefined => {
  const limit = limits[trigger.type];
  const held = store.subscriptions.count(({ triggerId }) => triggerId === trigger.id);
  if (held >= limit) {
    return { field: 'triggerId', text: `${trigger.id} has ${held} subscriptions, and ${limit} is its limit` };
  }
  store.subscriptions.put(subscription);

  return undefined;
};

/** An attempt to change what cannot change. */
export const immutableProblems = (body: SubscriptionBody, stored: SubscriptionRecord): readonly Problem[] =>
  (['id', 'triggerId'] as const)
    .filter((field) => body[field] !== undefined && body[field] !== stored[field])
    .map((field) => ({ field, text: 'is immutable' }));

const putBack = (call: Call, tenant: Tenant, next: SubscriptionRecord, stored: SubscriptionRecord): Reply => {
  const { seams, store } = tenant;
  const kept = seams.keepSecrets(next, stored);
  const problems = seams.rules(kept, tenant);
  if (problems.length > 0) return badRequest(call.requestId, problems);
  seams.storeChanged(kept, store);

  return { status: 200, headers: {}, body: seams.present.subscription(kept) };
};

const notFound = (call: Call): Reply =>
  errorReply(404, call.requestId, [`no subscription has the id ${call.id}`]);
