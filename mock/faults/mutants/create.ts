import { changeBody, changeRecords, changeStatus, within } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

const createdWith = (change: Readonly<Record<string, unknown>>): Apply =>
  within('createSubscription', ({ draft }) => ({
    draft: (body, identified) => ({ ...draft(body, identified), ...change }),
  }));

/** Sets a member to another default where the request leaves it out. */
const defaultOf = (member: string, value: unknown): Apply =>
  within('createSubscription', ({ draft }) => ({
    draft: (body, identified) => ({
      ...draft(body, identified),
      ...(!(member in body) && { [member]: value }),
    }),
  }));

export const createMutants: readonly Mutant[] = [
  {
    id: 'created-name-cut-after-30',
    breaks: 'subscriptions.create',
    apply: within('createSubscription', ({ draft }) => ({
      draft: (body, identified) => draft({ ...body, name: body.name?.slice(0, 30) ?? '' }, identified),
    })),
  },
  {
    id: 'created-description-dropped',
    breaks: 'subscriptions.create',
    apply: createdWith({ description: undefined }),
  },
  { id: 'created-filter-dropped', breaks: 'subscriptions.create', apply: createdWith({ filter: undefined }) },
  {
    id: 'created-deadline-ignored',
    breaks: 'subscriptions.create',
    apply: createdWith({ responseDeadline: 'PT1H' }),
  },
  {
    id: 'created-but-not-stored',
    breaks: 'subscriptions.create.stored',
    apply: ({ seams }) => {
      seams.addSubscription = () => undefined;
    },
  },
  {
    id: 'created-and-stored-twice',
    breaks: 'subscriptions.create.stored',
    apply: ({ seams }) => {
      const { addSubscription } = seams;
      seams.addSubscription = (subscription, trigger, tenant) => {
        const held = tenant.store.subscriptions.count(({ triggerId }) => triggerId === trigger.id);
        if (held < tenant.limits[trigger.type] - 1) {
          tenant.store.subscriptions.put({ ...subscription, id: tenant.random.uuid() });
        }

        return addSubscription(subscription, trigger, tenant);
      };
    },
  },
  {
    id: 'stored-under-another-name',
    breaks: 'subscriptions.create.stored',
    apply: ({ seams }) => {
      const { addSubscription } = seams;
      seams.addSubscription = (subscription, ...rest) =>
        addSubscription({ ...subscription, name: subscription.name.toUpperCase() }, ...rest);
    },
  },
  {
    id: 'ids-repeat-in-answers',
    breaks: 'subscriptions.create.id',
    apply: changeRecords({ operation: 'createSubscription', status: 201 }, (record) => ({
      ...record,
      id: 'the-id',
    })),
  },
  {
    id: 'default-deadline-is-two-hours',
    breaks: 'subscriptions.create.defaults',
    apply: defaultOf('responseDeadline', 'PT2H'),
  },
  {
    id: 'default-authentication-is-basic',
    breaks: 'subscriptions.create.defaults',
    apply: within('createSubscription', ({ draft }) => ({
      draft: (body, identified) => {
        const made = draft(body, identified);
        const unsaid = made.httpConfig && body.httpConfig?.httpAuthenticationType === undefined;

        return unsaid
          ? {
              ...made,
              httpConfig: { ...made.httpConfig, httpAuthenticationType: 'BASIC_AUTH', basicAuthConfig: {} },
            }
          : made;
      },
    })),
  },
  {
    id: 'disabled-by-default',
    breaks: 'subscriptions.create.enabled-default',
    apply: defaultOf('enabled', false),
  },
  {
    id: 'event-bridge-region-dropped',
    breaks: 'subscriptions.create.event-bridge',
    apply: changeRecords({ operation: 'createSubscription', status: 201 }, (record) =>
      record.type === 'EVENTBRIDGE'
        ? {
            ...record,
            eventBridgeConfig: { ...(record.eventBridgeConfig as object), awsRegion: 'us-east-1' },
          }
        : record,
    ),
  },
  {
    id: 'event-bridge-refused',
    breaks: 'subscriptions.create.event-bridge',
    apply: ({ seams }) => {
      const { bodyProblems } = seams;
      seams.bodyProblems = (operation, body) =>
        operation === 'createSubscription' && (body as { type?: unknown } | null)?.type === 'EVENTBRIDGE'
          ? [{ field: 'type', text: 'is not supported' }]
          : bodyProblems(operation, body);
    },
  },
  {
    id: 'trigger-id-in-capitals-when-listed',
    breaks: 'subscriptions.list',
    apply: changeRecords({ operation: 'listSubscriptions', status: 200 }, (record) => ({
      ...record,
      triggerId: String(record.triggerId).toUpperCase(),
    })),
  },
  {
    id: 'disabled-subscriptions-not-listed',
    breaks: 'subscriptions.create.stored',
    apply: changeBody({ operation: 'listSubscriptions', status: 200 }, (body) =>
      (body as readonly Readonly<{ enabled: boolean }>[]).filter(({ enabled }) => enabled),
    ),
  },
  {
    id: 'creation-answered-503',
    breaks: 'exchange.status',
    apply: changeStatus({ operation: 'createSubscription', status: 201 }, 503),
  },
];
