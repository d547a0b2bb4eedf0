import type { Call, Reply } from '../call.ts';
import { answerList } from '../query/list.ts';
import type { FieldReader } from '../query/match.ts';
import type { InvocationRecord, SubscriptionRecord, TriggerRecord } from '../records.ts';
import type { Tenant } from '../tenant.ts';

export const listTriggers = (call: Call, tenant: Tenant): Reply =>
  answerList(call, tenant, 'listTriggers', {
    items: tenant.store.triggers.list(),
    field: textField<TriggerRecord>,
    present: tenant.seams.present.trigger,
  });

export const listSubscriptions = (call: Call, tenant: Tenant): Reply =>
  answerList(call, tenant, 'listSubscriptions', {
    items: tenant.store.subscriptions.list(),
    field: textField<SubscriptionRecord>,
    present: tenant.seams.present.subscription,
  });

export const listTriggerInvocationStatus = (call: Call, tenant: Tenant): Reply =>
  answerList(call, tenant, 'listTriggerInvocationStatus', {
    items: tenant.seams.visibleInvocations(tenant),
    field: textField<InvocationRecord>,
    present: tenant.seams.present.status,
  });

/** Times are numbers of equal length, which order as text in the same way. */
const textField = <Item extends object>(item: Item, field: string): ReturnType<FieldReader<Item>> => {
  const value = (item as Readonly<Record<string, unknown>>)[field];

  return value === undefined || value === null ? undefined : String(value);
};
