import { always, basic, but, isBasic, namesEach } from '../testing/broken.ts';
import { approver, complete, rightCode } from '../testing/user-subscriber.ts';

namesEach([
  {
    is: 'accepts wrong credentials',
    code: always(rightCode),
    modes: ['SYNC'],
    env: basic,
    named: ['credentials.wrong'],
    seen: /^200 to an event with wrong credentials$/,
  },
  {
    is: 'accepts events without credentials',
    code: but((event) =>
      event.headers.authorization === undefined || isBasic(event) ? undefined : { status: 401 },
    ),
    modes: ['SYNC'],
    env: basic,
    named: ['credentials.wrong'],
    seen: /^200 to an event without credentials$/,
  },
  {
    is: 'refuses right credentials',
    code: always(() => ({ status: 401 })),
    modes: ['SYNC'],
    env: { ISC_CHECK_BEARER: 'a-bearer-token' },
    named: ['credentials.right'],
    seen: /^401 to the credentials of ISC_CHECK_\*$/,
  },
  {
    is: 'looks for the event where an EventBridge bus has it',
    code: always(({ json, metadata }) =>
      json.detail ? { body: {}, afterwards: () => complete(metadata) } : { status: 500 },
    ),
    modes: ['ASYNC'],
    named: ['event.place', 'answer.success'],
    seen: /below "detail" only/,
  },
  {
    is: 'echoes the secret of the invocation',
    code: always(({ metadata }) => ({ body: { ...approver, event: metadata } })),
    modes: ['DYNAMIC'],
    named: ['secrets.kept'],
    seen: /^the invocation's secret stands in the body of an answer$/,
  },
  {
    is: 'echoes its credentials',
    code: always((event) =>
      isBasic(event) ? { body: { ...approver, seen: event.headers.authorization } } : { status: 401 },
    ),
    modes: ['SYNC'],
    env: basic,
    named: ['secrets.kept'],
    seen: /^the Authorization header stands in the body of an answer$/,
  },
  {
    is: 'fails on a member that it does not know',
    code: but(({ json }) => ('iscTriggersUnknown' in json || '_meta' in json ? { status: 400 } : undefined)),
    modes: ['SYNC'],
    named: ['event.further-members'],
    seen: /^400/,
  },
  {
    is: 'fails on a block _meta',
    code: but(({ json }) => ('_meta' in json ? { status: 500 } : undefined)),
    modes: ['SYNC'],
    named: ['event.further-members'],
    seen: /^500/,
  },
  {
    is: 'takes one form of requestedFor only',
    code: but(({ json }) => (Array.isArray(json.requestedFor) ? { status: 500 } : undefined)),
    modes: ['SYNC'],
    named: ['event.shape'],
    seen: /^500/,
  },
  {
    is: 'refuses content that it has seen before',
    code: () => {
      const seen = new Set<string>();
      return (event) => {
        const { _metadata, ...input } = event.json;
        const content = JSON.stringify(input);
        // The first call and the sample are alike as well: it remembers from the second event on.
        const isKnown = event.number > 2 && seen.has(content);
        seen.add(content);
        return isKnown ? { status: 409 } : rightCode(event);
      };
    },
    modes: ['SYNC'],
    named: ['event.again', 'event.at-once'],
    seen: /^409/,
  },
  {
    is: 'takes one event at a time',
    code: () => {
      let busy = 0;
      return async (event) => {
        busy += 1;
        const isFirst = busy === 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        busy -= 1;
        return isFirst ? rightCode(event) : { status: 503 };
      };
    },
    modes: ['SYNC'],
    named: ['event.at-once'],
    seen: /^503/,
  },
]);
