import type { SubscriptionBody } from '../../subscriptions/draft.ts';
import { changeRecords, type JsonObject, within, withinList } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Stores other members than those that a create or a put sent. */
const stores = (
  operation: 'createSubscription' | 'updateSubscription',
  change: (body: SubscriptionBody) => SubscriptionBody,
): Apply =>
  operation === 'createSubscription'
    ? within(operation, ({ draft }) => ({ draft: (body, identified) => draft(change(body), identified) }))
    : within(operation, ({ replace }) => ({ replace: (body, stored) => replace(change(body), stored) }));

const named = (change: (name: string) => string) => (body: SubscriptionBody) => ({
  ...body,
  ...(body.name !== undefined && { name: change(body.name) }),
});

const described = (change: (description: string) => string) => (body: SubscriptionBody) => ({
  ...body,
  ...(body.description && { description: change(body.description) }),
});

const addressed = (change: (url: string) => string) => (body: SubscriptionBody) => ({
  ...body,
  ...(body.httpConfig?.url && { httpConfig: { ...body.httpConfig, url: change(body.httpConfig.url) } }),
});

const asMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

const filtered = (change: (filter: string) => string) => (body: SubscriptionBody) => ({
  ...body,
  ...(body.filter && { filter: change(body.filter) }),
});

/** Texts that are not stored as they came. */
export const textMutants: readonly Mutant[] = [
  {
    id: 'created-description-as-markup',
    breaks: 'subscriptions.create',
    apply: stores('createSubscription', described(asMarkup)),
  },
  {
    id: 'created-description-in-ascii',
    breaks: 'subscriptions.create',
    apply: stores(
      'createSubscription',
      described((text) => text.replace(/[^ -~]/g, '?')),
    ),
  },
  {
    id: 'created-filter-loses-its-spaces',
    breaks: 'subscriptions.create',
    apply: stores(
      'createSubscription',
      filtered((text) => text.replaceAll(' ', '')),
    ),
  },
  {
    id: 'created-url-loses-its-query',
    breaks: 'subscriptions.create',
    apply: stores(
      'createSubscription',
      addressed((url) => url.replace(/\?.*/, '')),
    ),
  },
  {
    id: 'created-url-in-small-letters',
    breaks: 'subscriptions.create',
    apply: stores(
      'createSubscription',
      addressed((url) => url.toLowerCase()),
    ),
  },
  {
    id: 'put-cuts-the-name-after-30',
    breaks: 'subscriptions.update',
    apply: stores(
      'updateSubscription',
      named((name) => name.slice(0, 30)),
    ),
  },
  {
    id: 'put-stores-the-filter-as-markup',
    breaks: 'subscriptions.update',
    apply: stores('updateSubscription', filtered(asMarkup)),
  },
  {
    id: 'put-enables',
    breaks: 'subscriptions.update',
    apply: stores('updateSubscription', (body) => ({ ...body, enabled: true })),
  },
  {
    id: 'put-ignores-the-mode',
    breaks: 'subscriptions.update',
    apply: within('updateSubscription', ({ replace }) => ({
      replace: (body, stored) =>
        replace(
          body.httpConfig && stored.httpConfig
            ? {
                ...body,
                httpConfig: { ...body.httpConfig, httpDispatchMode: stored.httpConfig.httpDispatchMode },
              }
            : body,
          stored,
        ),
    })),
  },
  {
    id: 'put-ignores-the-deadline',
    breaks: 'subscriptions.update',
    apply: within('updateSubscription', ({ replace }) => ({
      replace: (body, stored) => replace({ ...body, responseDeadline: stored.responseDeadline }, stored),
    })),
  },
  {
    id: 'put-ignores-enabled',
    breaks: 'subscriptions.update.replaces',
    apply: within('updateSubscription', ({ replace }) => ({
      replace: (body, stored) => replace({ ...body, enabled: stored.enabled }, stored),
    })),
  },
  {
    id: 'put-with-the-same-trigger-refused',
    breaks: 'subscriptions.update',
    apply: ({ seams }) => {
      const { immutableProblems } = seams;
      seams.immutableProblems = (body, stored) =>
        'triggerId' in body
          ? [{ field: 'triggerId', text: 'is immutable' }]
          : immutableProblems(body, stored);
    },
  },
  {
    id: 'listed-without-descriptions',
    breaks: 'subscriptions.create.stored',
    apply: changeRecords(
      { operation: 'listSubscriptions', status: 200 },
      ({ description: _, ...rest }) => rest,
    ),
  },
  {
    id: 'listed-without-filters',
    breaks: 'subscriptions.create.stored',
    apply: changeRecords({ operation: 'listSubscriptions', status: 200 }, ({ filter: _, ...rest }) => rest),
  },
  {
    id: 'list-leaves-out-what-is-disabled',
    breaks: 'subscriptions.create.stored',
    apply: withinList('listSubscriptions', ({ matches }) => ({
      matches: (filter, item, field) =>
        (item as JsonObject).enabled !== false && matches(filter, item, field),
    })),
  },
  {
    id: 'list-leaves-out-what-has-a-filter',
    breaks: 'subscriptions.create.stored',
    apply: withinList('listSubscriptions', ({ matches }) => ({
      matches: (filter, item, field) => !(item as JsonObject).filter && matches(filter, item, field),
    })),
  },
];
