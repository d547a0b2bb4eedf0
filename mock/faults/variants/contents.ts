import { callbackUrl } from '../../../dispatch/callback-url.ts';
import { changeRecords, type JsonObject } from '../change.ts';
import { changeDispatch, changeEnvelope } from '../change-dispatch.ts';
import type { Variant } from '../mutant.ts';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What events may hold, and what is said about them. */
export const contentVariants: readonly Variant[] = [
  {
    id: 'callbacks-lead-to-beta',
    manner: 'A callbackURL has the version beta, whichever version started the event.',
    source: 'not published: the version of a callbackURL',
    touches: ['dispatch.async.callback', 'dispatch.async.metadata'],
    apply: changeDispatch(() => ({
      callbackURL: (invocationId, _call, { address }) => callbackUrl(address, 'beta', invocationId),
    })),
  },
  {
    id: 'metadata-comes-first',
    manner: 'The members of an event come in another order.',
    source: 'JSON: members have no order',
    touches: ['dispatch.input', 'dispatch.async.metadata'],
    apply: changeEnvelope((envelope) => Object.fromEntries(Object.entries(envelope).toReversed())),
  },
  {
    id: 'samples-for-several-recipients',
    manner: 'requestedFor is a list in the samples of the triggers.',
    source: 'FC-012, seen on tenants: both shapes of requestedFor',
    touches: ['triggers.list', 'exchange.body'],
    apply: changeRecords({ operation: 'listTriggers', status: 200 }, (trigger) => {
      const { exampleInput } = trigger;
      if (!isObject(exampleInput) || !isObject(exampleInput.requestedFor)) return trigger;

      return { ...trigger, exampleInput: { ...exampleInput, requestedFor: [exampleInput.requestedFor] } };
    }),
  },
  {
    id: 'started-invocations-in-another-order',
    manner: 'A test event names its invocations in reverse, with their subscriptions.',
    source: 'FC-046: extra fields; not published: their order',
    touches: ['invocations.test'],
    apply: ({ seams }) => {
      const { startTestTriggerInvocation } = seams.handle;
      seams.handle.startTestTriggerInvocation = async (call, tenant) => {
        const reply = await startTestTriggerInvocation(call, tenant);

        return Array.isArray(reply.body)
          ? { ...reply, body: reply.body.toReversed().map((each) => ({ ...each, subscriptionName: 'x' })) }
          : reply;
      };
    },
  },
  {
    id: 'valid-is-what-parses',
    manner: 'validate-filter calls each filter valid that parses, and its path existing.',
    source: 'not published: flags of a filter that selects nothing',
    touches: ['filters.validate.path', 'filters.validate.input'],
    apply: (tenant) => {
      const { filters } = tenant;
      tenant.filters = {
        ...filters,
        validate: (filter, input) => {
          const verdict = filters.validate(filter, input);

          return verdict.isValidJSONPath
            ? { isValid: true, isValidJSONPath: true, isPathExist: true }
            : verdict;
        },
      };
    },
  },
];
