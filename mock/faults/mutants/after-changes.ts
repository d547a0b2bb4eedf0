import type { SubscriptionRecord } from '../../records.ts';
import { changeAddressees } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

type Mix = (now: SubscriptionRecord, before: SubscriptionRecord) => SubscriptionRecord;

/** Dispatches to a subscription that was changed by an operation as if part of it were as before. */
const dispatchesAsBefore =
  (operation: 'updateSubscription' | 'patchSubscription', mix: Mix): Apply =>
  (tenant) => {
    const { seams } = tenant;
    const before = new Map<string, SubscriptionRecord>();
    const handle = seams.handle[operation];
    seams.handle[operation] = async (call, tenant) => {
      const stored = tenant.store.subscriptions.find(call.id);
      const reply = await handle(call, tenant);
      if (stored && reply.status === 200) before.set(stored.id, stored);

      return reply;
    };
    changeAddressees((meant) =>
      meant.map((now) => {
        const old = before.get(now.id);

        return old ? mix(now, old) : now;
      }),
    )(tenant);
  };

const oldConfig =
  (...members: readonly (keyof NonNullable<SubscriptionRecord['httpConfig']>)[]): Mix =>
  (now, { httpConfig }) =>
    now.httpConfig && httpConfig
      ? {
          ...now,
          httpConfig: {
            ...now.httpConfig,
            ...Object.fromEntries(members.map((member) => [member, httpConfig[member]])),
          },
        }
      : now;

const overHttp: Mix = (now, before) => (now.type === 'EVENTBRIDGE' && before.httpConfig ? before : now);

/** Events that go out as if a subscription had not been changed. */
export const afterChangeMutants: readonly Mutant[] = [
  {
    id: 'basic-auth-of-before-the-put',
    breaks: 'dispatch.basic-auth',
    apply: dispatchesAsBefore('updateSubscription', oldConfig('basicAuthConfig')),
  },
  {
    id: 'basic-auth-of-before-the-patch',
    breaks: 'dispatch.basic-auth',
    apply: dispatchesAsBefore('patchSubscription', oldConfig('basicAuthConfig')),
  },
  {
    id: 'bearer-token-of-before-the-put',
    breaks: 'dispatch.bearer-token',
    apply: dispatchesAsBefore('updateSubscription', oldConfig('bearerTokenAuthConfig')),
  },
  {
    id: 'bearer-token-of-before-the-patch',
    breaks: 'dispatch.bearer-token',
    apply: dispatchesAsBefore('patchSubscription', oldConfig('bearerTokenAuthConfig')),
  },
  {
    id: 'credentials-stay-when-no-auth-comes',
    breaks: 'dispatch.no-auth',
    apply: dispatchesAsBefore(
      'patchSubscription',
      oldConfig('httpAuthenticationType', 'basicAuthConfig', 'bearerTokenAuthConfig'),
    ),
  },
  {
    id: 'address-of-before-the-put',
    breaks: 'dispatch.request',
    apply: dispatchesAsBefore('updateSubscription', oldConfig('url')),
  },
  {
    id: 'mode-of-before-the-put',
    breaks: 'dispatch.async.metadata',
    apply: dispatchesAsBefore('updateSubscription', oldConfig('httpDispatchMode')),
  },
  {
    id: 'deadline-of-before-the-patch',
    breaks: 'dispatch.deadline',
    apply: dispatchesAsBefore('patchSubscription', (now, { responseDeadline }) => ({
      ...now,
      responseDeadline,
    })),
  },
  {
    id: 'requests-go-on-after-the-change-to-eventbridge',
    breaks: 'dispatch.only-subscribed',
    apply: dispatchesAsBefore('updateSubscription', overHttp),
  },
  {
    id: 'requests-go-on-after-the-patch-to-eventbridge',
    breaks: 'dispatch.only-subscribed',
    apply: dispatchesAsBefore('patchSubscription', overHttp),
  },
];
