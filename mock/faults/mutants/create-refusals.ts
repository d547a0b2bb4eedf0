import { overlook } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

const takesWithout = (member: string): Apply =>
  overlook('createSubscription', ({ field }) => field === member);

/** Invalid subscriptions that are taken, or refused in the wrong way. */
export const createRefusalMutants: readonly Mutant[] = [
  { id: 'created-without-a-name', breaks: 'subscriptions.create.required', apply: takesWithout('name') },
  { id: 'created-without-a-type', breaks: 'subscriptions.create.required', apply: takesWithout('type') },
  {
    id: 'created-without-a-trigger',
    breaks: 'subscriptions.create.required',
    apply: ({ seams }) => {
      const { bodyProblems, handle } = seams;
      const { createSubscription } = handle;
      seams.bodyProblems = (operation, body) =>
        bodyProblems(operation, body).filter(
          ({ field }) => operation !== 'createSubscription' || field !== 'triggerId',
        );
      seams.handle.createSubscription = (call, tenant) => {
        call.body = { triggerId: 'idn:source-deleted', ...(call.body as object) };

        return createSubscription(call, tenant);
      };
    },
  },
  {
    id: 'creation-without-a-name-answered-500',
    breaks: 'subscriptions.create.required',
    apply: ({ seams }) => {
      const { validate } = seams;
      seams.validate = (call, tenant) => {
        const refusal = validate(call, tenant);
        const unnamed =
          refusal && call.operation === 'createSubscription' && !(call.body as { name?: string }).name;

        return unnamed ? { ...refusal, status: 500 } : refusal;
      };
    },
  },
  {
    id: 'created-with-an-unknown-type',
    breaks: 'subscriptions.create.values',
    apply: overlook('createSubscription', ({ field, text }) => field === 'type' && text.includes('one of')),
  },
  {
    id: 'created-with-an-unknown-mode',
    breaks: 'subscriptions.create.values',
    apply: overlook(
      'createSubscription',
      ({ field, text }) => /DispatchMode/.test(field) && text.includes('one of'),
    ),
  },
  {
    id: 'created-with-enabled-as-a-text',
    breaks: 'subscriptions.create.values',
    apply: overlook('createSubscription', ({ field }) => field === 'enabled'),
  },
  {
    id: 'created-without-http-config',
    breaks: 'subscriptions.create.config',
    apply: takesWithout('httpConfig'),
  },
  {
    id: 'created-without-event-bridge-config',
    breaks: 'subscriptions.create.config',
    apply: takesWithout('eventBridgeConfig'),
  },
  {
    id: 'created-without-a-url',
    breaks: 'subscriptions.create.config.required',
    apply: takesWithout('httpConfig.url'),
  },
  {
    id: 'created-without-a-region',
    breaks: 'subscriptions.create.config.required',
    apply: takesWithout('eventBridgeConfig.awsRegion'),
  },
  {
    id: 'broken-json-answered-500',
    breaks: 'subscriptions.create.malformed',
    apply: ({ seams }) => {
      const { read } = seams;
      seams.read = (call, tenant) => {
        const refusal = read(call, tenant);

        return refusal && call.operation === 'createSubscription' ? { ...refusal, status: 500 } : refusal;
      };
    },
  },
];
