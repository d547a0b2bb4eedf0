import type { SkipRecord } from '../../reports/record.ts';
import type { JsonObject } from './answer.ts';
import type { Api } from './api.ts';
import type { Hooks } from './hooks.ts';
import type { Places } from './places.ts';
import type { Created, Subscriptions } from './subscriptions.ts';
import type { Target } from './targets/target.ts';

/** Subscriptions of REQUEST_RESPONSE triggers, whose invocations wait for somebody to answer. */
export type Awaiting = ReturnType<typeof createAwaiting>;

type AwaitingOptions = Readonly<{
  api: Api;
  subscriptions: Subscriptions;
  places: Places;
  /** Absent where the tenant reaches no subscriber of the suite. */
  hooks: Hooks;
  target: Target;
  /** Ends the test where it cannot be judged on this target. */
  skip: (why: SkipRecord) => never;
}>;

/** A documentation address (RFC 5737), which nobody answers: an invocation stays open for the 10 s of a subscriber. */
const nowhere = 'http://192.0.2.1/isc-triggers';

/** Outputs that fit the documented schemas of the triggers; a tenant may refuse others. */
const outputs: Readonly<Record<string, (text: string) => JsonObject>> = {
  'idn:access-request-dynamic-approver': (name) => ({
    id: '2c91808b6ef1d43e016efba0ce470906',
    name,
    type: 'IDENTITY',
  }),
  'idn:access-request-pre-approval': (comment) => ({ approved: false, comment, approver: 'ada' }),
};

/** An output that the trigger of a subscription takes, told from others by a text in it. */
export const outputFor = ({ draft }: Pick<Created, 'draft'>, text = 'fine'): JsonObject =>
  outputs[String(draft.triggerId)]?.(text) ?? {};

export const createAwaiting = ({ api, subscriptions, places, hooks, target, skip }: AwaitingOptions) => {
  /** Takes a free slot; `members` replace those of an ordinary subscription. */
  const take = async (members: JsonObject): Promise<Created> => {
    const triggerId = await places.leaseEmpty('REQUEST_RESPONSE');
    return subscriptions.create({ triggerId, responseDeadline: 'PT2H', ...members });
  };

  return {
    take,
    /** The same with a deadline of seconds. Its bounds are not published, so that a tenant may refuse it. */
    takeBriefly: async (
      responseDeadline: string,
      how: 'the creation' | 'a PATCH',
      members: JsonObject,
    ): Promise<Created> => {
      if (how === 'a PATCH') {
        const taken = await take(members);
        const patch = [{ op: 'replace', path: '/responseDeadline', value: responseDeadline }];
        const { status } = await api.patchSubscription(taken.id, patch);

        return status === 400 ? skip(noBriefDeadline) : taken;
      }
      const triggerId = await places.leaseEmpty('REQUEST_RESPONSE');
      return subscriptions.createUnlessRefused({ triggerId, responseDeadline, ...members }, noBriefDeadline);
    },
    /** A subscription in mode ASYNC whose subscriber acknowledges and never completes. */
    subscribe: (): Promise<Created> => {
      const url = target.capabilities.has('subscriber') ? hooks.open({ body: {} }).url : nowhere;
      return take({ httpConfig: { url, httpDispatchMode: 'ASYNC', httpAuthenticationType: 'NO_AUTH' } });
    },
  };
};

const noBriefDeadline: SkipRecord = {
  capability: 'brief-deadlines',
  reason: 'needs a response deadline of seconds: the tenant refuses it, and bounds are not published',
};
