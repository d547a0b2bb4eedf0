import type { SubscriptionRecord, TriggerRecord } from '../../records.ts';
import { makeBusy } from '../../state/busy.ts';
import type { Tenant } from '../../tenant.ts';
import type { JsonObject } from '../change.ts';
import type { Apply, Variant } from '../mutant.ts';

const another = (id: string, more: Partial<TriggerRecord> & JsonObject = {}): TriggerRecord => ({
  id,
  name: id.replace(/^\w+:/, '').replaceAll('-', ' '),
  type: 'FIRE_AND_FORGET',
  description: '',
  inputSchema: '{}',
  exampleInput: {},
  outputSchema: null,
  exampleOutput: null,
  ...more,
});

const more: readonly TriggerRecord[] = [
  another('idn:identity-deleted', { deprecated: true }),
  another('idn:source-account-created', { deprecated: true }),
  another('idn:source-account-updated', { deprecated: true }),
  another('idn:source-account-deleted', { deprecated: true }),
  another('sp:form-submitted', { inputSchema: '{"type":"object"}\n' }),
  another('idn:machine-identity-created', { outputSchema: '' }),
  another('idn:machine-identity-updated'),
  another('idn:outbound-request-approver', { type: 'REQUEST_RESPONSE', outputSchema: '{"type":"object"}' }),
  another('CUSTOM:Upper-Case'),
  another('zz:last-of-all', { name: 'Zoë & "quotes"' }),
  another('idn:access-requested'),
];

const someonesOwn = (tenant: Tenant, subscription: JsonObject & { triggerId?: string }): void => {
  const triggerId = subscription.triggerId ?? 'idn:identity-created';
  const trigger = tenant.store.triggers.find(triggerId);
  const record = {
    id: tenant.random.uuid(),
    name: 'of somebody',
    triggerId,
    triggerName: trigger?.name ?? triggerId,
    type: 'HTTP',
    responseDeadline: 'PT1H',
    enabled: true,
    ...subscription,
  };
  tenant.store.subscriptions.put(record as SubscriptionRecord);
};

const config = (members: JsonObject): JsonObject => ({
  url: 'https://example.com/others',
  httpDispatchMode: 'SYNC',
  ...members,
});

/**
 * Between two lists of this client another one makes a subscription, or deletes it again. A trigger that is nearly full
 * is left alone: what is put into the store passes by the limit, and a tenant with 51 would be wrong.
 */
const comingAndGoing: Apply = ({ random, seams, store }) => {
  const { listSubscriptions } = seams.handle;
  const triggerId = 'idn:identity-created';
  let made: string | undefined;
  seams.handle.listSubscriptions = (call, tenant) => {
    if (store.subscriptions.count((each) => each.triggerId === triggerId) >= 40)
      return listSubscriptions(call, tenant);
    if (made === undefined) {
      made = random.uuid();
      someonesOwn(tenant, { id: made, triggerId, httpConfig: config({ httpAuthenticationType: 'NO_AUTH' }) });
    } else {
      store.subscriptions.remove(made);
      made = undefined;
    }

    return listSubscriptions(call, tenant);
  };
};

/** Whenever a trigger is tested, somebody else tests it as well, for all who are subscribed to it. */
const othersTest: Apply = ({ seams }) => {
  const { startTestTriggerInvocation } = seams.handle;
  seams.handle.startTestTriggerInvocation = async (call, tenant) => {
    const { triggerId } = call.body as JsonObject;
    const trigger = tenant.store.triggers.find(String(triggerId));
    if (trigger)
      await startTestTriggerInvocation(
        { ...call, body: { triggerId, contentJson: { by: 'somebody' } } },
        tenant,
      );

    return startTestTriggerInvocation(call, tenant);
  };
};

/** What a tenant may hold beside what is made by the suite. */
export const otherVariants: readonly Variant[] = [
  {
    id: 'busy-tenant',
    manner: 'Others have subscriptions, a full trigger and a taken slot.',
    source: 'rule of the suite: a guest among others',
    touches: ['subscriptions.list', 'subscriptions.limit.fire-and-forget'],
    apply: makeBusy,
  },
  {
    id: 'offers-31-triggers',
    manner: 'The catalogue has eleven triggers more, some of them deprecated.',
    source: 'FC-046: more triggers',
    touches: ['triggers.catalogue', 'triggers.list'],
    apply: ({ store }) => {
      for (const trigger of more) store.triggers.put(trigger);
    },
  },
  {
    id: 'others-have-what-is-new',
    manner: 'Others have subscriptions with enums, types and configs that came later, or none.',
    source: 'FC-041, FC-042: nulls and new values of others',
    touches: ['exchange.body', 'subscriptions.list'],
    apply: (tenant) => {
      someonesOwn(tenant, { httpConfig: config({ httpAuthenticationType: 'OAUTH2' }) });
      someonesOwn(tenant, { httpConfig: config({ httpAuthenticationType: null }) });
      someonesOwn(tenant, { httpConfig: null, type: 'WORKFLOW', workflowConfig: { workflowId: 'w1' } });
      someonesOwn(tenant, { type: 'SCRIPT', triggerId: 'idn:source-created' });
      someonesOwn(tenant, { type: 'INLINE', filter: '', description: '' });
      someonesOwn(tenant, { name: '', filter: '$[?(' });
      someonesOwn(tenant, { name: 'x'.repeat(3000), responseDeadline: 'P1DT12H' });
    },
  },
  {
    id: 'both-slots-are-taken',
    manner: 'Others hold the places of both REQUEST_RESPONSE triggers.',
    source: 'rule of the suite: slots of others',
    touches: ['subscriptions.limit.request-response'],
    apply: (tenant) => {
      for (const triggerId of ['idn:access-request-dynamic-approver', 'idn:access-request-pre-approval'])
        someonesOwn(tenant, { triggerId, httpConfig: config({ httpAuthenticationType: 'NO_AUTH' }) });
    },
  },
  {
    id: 'three-hundred-of-others',
    manner: 'Others have 320 subscriptions, on most triggers.',
    source: 'rule of the suite: more than one page',
    touches: ['subscriptions.list', 'collections.limit.default'],
    apply: (tenant) => {
      const meant = tenant.store.triggers
        .list()
        .filter(({ type }) => type === 'FIRE_AND_FORGET')
        .slice(0, 8);
      for (const { id } of meant) {
        for (let held = 0; held < 40; held += 1)
          someonesOwn(tenant, {
            triggerId: id,
            name: `of others ${held}`,
            httpConfig: config({ httpAuthenticationType: 'NO_AUTH' }),
          });
      }
    },
  },
  {
    id: 'others-come-and-go',
    manner: 'Between two pages others make a subscription or delete one.',
    source: 'FC-038: a collection that others change',
    touches: ['collections.offset', 'subscriptions.list'],
    apply: comingAndGoing,
  },
  {
    id: 'others-test-the-same-triggers',
    manner: 'Others test triggers without naming subscriptions, and reach those of a run.',
    source: 'rule of the suite: a guest among others',
    touches: ['invocations.test.subscription-ids', 'invocations.status', 'dispatch.input', 'dispatch.once'],
    apply: othersTest,
  },
];
