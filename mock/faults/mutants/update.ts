import type { SubscriptionRecord } from '../../records.ts';
import type { SubscriptionBody } from '../../subscriptions/draft.ts';
import { overlook, within } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

const putMakes = (
  change: (
    made: SubscriptionRecord,
    stored: SubscriptionRecord,
    body: SubscriptionBody,
  ) => SubscriptionRecord,
): Apply =>
  within('updateSubscription', ({ replace }) => ({
    replace: (body, stored) => change(replace(body, stored), stored, body),
  }));

const ignoresChangeOf = (field: 'id' | 'triggerId'): Apply =>
  within('updateSubscription', ({ immutableProblems }) => ({
    immutableProblems: (body, stored) => immutableProblems({ ...body, [field]: stored[field] }, stored),
  }));

export const updateMutants: readonly Mutant[] = [
  {
    id: 'put-not-stored',
    breaks: 'subscriptions.update',
    apply: within('updateSubscription', () => ({ storeChanged: () => undefined })),
  },
  {
    id: 'put-answers-the-old-one',
    breaks: 'subscriptions.update',
    apply: ({ seams }) => {
      const { updateSubscription } = seams.handle;
      seams.handle.updateSubscription = async (call, tenant) => {
        const stored = tenant.store.subscriptions.find(call.id);
        const reply = await updateSubscription(call, tenant);

        return stored && reply.status === 200
          ? { ...reply, body: tenant.seams.present.subscription(stored) }
          : reply;
      };
    },
  },
  {
    id: 'put-ignores-the-name',
    breaks: 'subscriptions.update',
    apply: putMakes((made, stored) => ({ ...made, name: stored.name })),
  },
  {
    id: 'put-ignores-the-url',
    breaks: 'subscriptions.update',
    apply: putMakes((made, stored) =>
      made.httpConfig && stored.httpConfig
        ? { ...made, httpConfig: { ...made.httpConfig, url: stored.httpConfig.url } }
        : made,
    ),
  },
  {
    id: 'put-merges',
    breaks: 'subscriptions.update.replaces',
    apply: putMakes((made, stored, body) => {
      const left = Object.entries(stored).filter(([member]) => !(member in body));

      return { ...made, ...Object.fromEntries(left) };
    }),
  },
  {
    id: 'put-keeps-the-description',
    breaks: 'subscriptions.update.replaces',
    apply: putMakes((made, { description = null }) => ({ description, ...made })),
  },
  {
    id: 'put-keeps-the-filter',
    breaks: 'subscriptions.update.replaces',
    apply: putMakes((made, { filter = null }) => ({ filter, ...made })),
  },
  { id: 'put-ignores-another-id', breaks: 'subscriptions.update.immutable-id', apply: ignoresChangeOf('id') },
  {
    id: 'put-moves-to-another-id',
    breaks: 'subscriptions.update.immutable-id',
    apply: within('updateSubscription', ({ immutableProblems, replace, storeChanged }) => ({
      immutableProblems: (body, stored) => immutableProblems({ ...body, id: stored.id }, stored),
      replace: (body, stored) => ({ ...replace(body, stored), id: body.id ?? stored.id }),
      storeChanged,
    })),
  },
  {
    id: 'put-ignores-another-trigger',
    breaks: 'subscriptions.update.immutable-trigger',
    apply: ignoresChangeOf('triggerId'),
  },
  {
    id: 'put-moves-to-another-trigger',
    breaks: 'subscriptions.update.immutable-trigger',
    apply: within('updateSubscription', ({ immutableProblems, replace }) => ({
      immutableProblems: (body, stored) =>
        immutableProblems({ ...body, triggerId: stored.triggerId }, stored),
      replace: (body, stored) => ({
        ...replace(body, stored),
        triggerId: body.triggerId ?? stored.triggerId,
      }),
    })),
  },
  {
    id: 'put-refuses-and-stores-another-trigger',
    breaks: 'subscriptions.update.immutable-trigger',
    apply: ({ seams }) => {
      const { updateSubscription } = seams.handle;
      seams.handle.updateSubscription = async (call, tenant) => {
        const reply = await updateSubscription(call, tenant);
        const stored = tenant.store.subscriptions.find(call.id);
        const body = call.body as SubscriptionBody;
        if (reply.status === 400 && stored && body.triggerId !== stored.triggerId) {
          tenant.store.subscriptions.put(tenant.seams.replace(body, stored));
        }

        return reply;
      };
    },
  },
  {
    id: 'put-takes-an-unknown-type',
    breaks: 'subscriptions.update.values',
    apply: overlook('updateSubscription', ({ field }) => field === 'type'),
  },
  {
    id: 'put-takes-enabled-as-a-text',
    breaks: 'subscriptions.update.values',
    apply: overlook('updateSubscription', ({ field }) => field === 'enabled'),
  },
  {
    id: 'put-takes-an-unknown-mode',
    breaks: 'subscriptions.update.values',
    apply: overlook('updateSubscription', ({ field }) => field === 'httpConfig.httpDispatchMode'),
  },
];
