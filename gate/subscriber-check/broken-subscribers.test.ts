import { expect, test } from '@playwright/test';
import type { DispatchMode } from '../../dispatch/mode.ts';
import { checkOf, type Time } from './testing/check-of.ts';
import { approver, complete, rightCode, type SeenEvent, type UserCode } from './testing/user-subscriber.ts';

type Broken = Readonly<{
  is: string;
  code: (time: Time) => UserCode;
  modes: readonly DispatchMode[];
  trigger?: string;
  env?: Readonly<Record<string, string>>;
  deadlineMs?: number;
  patienceMs?: number;
  /** The findings that fail it, all of them. */
  named: readonly string[];
  seen: RegExp;
}>;

const preApproval = 'idn:access-request-pre-approval';
const basic = { ISC_CHECK_USER: 'tenant', ISC_CHECK_PASSWORD: 'harbour-lights' };
const isBasic = ({ headers }: SeenEvent): boolean =>
  headers.authorization === `Basic ${btoa('tenant:harbour-lights')}`;

const always = (code: UserCode) => (): UserCode => code;

/** Right, but for what `wrong` answers to some events. */
const but = (wrong: (event: SeenEvent) => ReturnType<UserCode> | undefined) =>
  always((event) => wrong(event) ?? rightCode(event));

const broken: readonly Broken[] = [
  {
    is: 'answers 500',
    code: always(() => ({ status: 500, body: { error: 'oops' } })),
    modes: ['SYNC'],
    named: ['answer.success'],
    seen: /^500: \{"error":"oops"\}$/,
  },
  {
    is: 'redirects',
    code: always(() => ({ status: 302, headers: { location: 'https://login.example.com/' } })),
    modes: ['SYNC'],
    named: ['answer.success'],
    seen: /^302, to https:\/\/login\.example\.com\/, with an empty body$/,
  },
  {
    is: 'answers SYNC with nothing',
    code: always(() => ({})),
    modes: ['SYNC'],
    named: ['output.present'],
    seen: /^200, with an empty body$/,
  },
  {
    is: 'answers SYNC with a page',
    code: always(() => ({ headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' })),
    modes: ['SYNC'],
    named: ['output.present'],
    seen: /HTML, as of a login page/,
  },
  {
    is: 'wraps its SYNC answer as a completion',
    code: always(() => ({ body: { secret: 's', output: { approved: true, comment: '', approver: 'a' } } })),
    modes: ['SYNC'],
    trigger: preApproval,
    named: ['output.bare'],
    seen: /"output", as a completion has it/,
  },
  {
    is: 'answers as behind a gateway that is not there',
    code: always(() => ({ body: { statusCode: 200, body: JSON.stringify(approver) } })),
    modes: ['SYNC'],
    named: ['output.bare'],
    seen: /the body has the output in "body"/,
  },
  {
    is: 'answers with an output of another shape',
    code: always(() => ({ body: { approved: 'yes', comment: '', approver: 'a' } })),
    modes: ['SYNC'],
    trigger: preApproval,
    named: ['output.schema'],
    seen: /^\/approved must be boolean/,
  },
  {
    is: 'answers after more than 10 s',
    code:
      ({ pass }) =>
      () => {
        pass(11_000);
        return { body: approver };
      },
    modes: ['SYNC'],
    named: ['answer.time'],
    seen: /^answered 200 after 11[.\d]* s$/,
  },
  {
    is: 'needs more than 10 s for its first call',
    code:
      ({ pass }) =>
      (event) => {
        if (event.number === 1) pass(11_000);
        return rightCode(event);
      },
    modes: ['SYNC'],
    named: ['answer.first-call'],
    seen: /^answered 200 after 11[.\d]* s$/,
  },
  {
    is: 'never answers',
    code: always(() => 'none'),
    modes: ['SYNC'],
    patienceMs: 100,
    named: ['answer.time'],
    seen: /^no answer; given up after/,
  },
  {
    is: 'closes the connection',
    code: always(({ response }) => {
      response.destroy();
      return 'none';
    }),
    modes: ['SYNC'],
    named: ['answer.whole'],
    seen: /closed without a whole answer/,
  },
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
    is: 'acknowledges and never completes',
    code: always(() => ({ body: {} })),
    modes: ['ASYNC'],
    deadlineMs: 100,
    named: ['completion.sent'],
    seen: /^acknowledged, never completed within PT30S$/,
  },
  {
    is: 'answers ASYNC as if it were SYNC',
    code: always(() => ({ body: approver })),
    modes: ['ASYNC'],
    deadlineMs: 100,
    named: ['completion.sent'],
    seen: /its answer holds an output, which nobody reads in this mode/,
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
    is: 'completes with the secret of another event',
    code: () => {
      let last = 'none yet';
      return ({ metadata }) => {
        const secret = last;
        last = metadata?.secret ?? '';
        return { body: {}, afterwards: () => complete(metadata, { body: { secret, output: approver } }) };
      };
    },
    modes: ['ASYNC'],
    deadlineMs: 100,
    named: ['completion.secret'],
    seen: /another text|the secret of another event/,
  },
  {
    is: 'completes at an address of its own',
    code: always(({ metadata }) => ({
      body: {},
      afterwards: () => complete(metadata, { url: `${metadata?.callbackURL.split('/beta/')[0]}/complete` }),
    })),
    modes: ['ASYNC'],
    named: ['completion.address'],
    seen: /^POST \/complete$/,
  },
  {
    is: 'joins its completion from strings',
    code: always(({ metadata }) => ({
      body: {},
      afterwards: () =>
        complete(metadata, {
          body: `{"secret":"${metadata?.secret}","output":{"id":"i","name":"n","type":"IDENTITY"}}"`,
        }),
    })),
    modes: ['ASYNC'],
    deadlineMs: 100,
    named: ['completion.json'],
    seen: /^completion is not JSON, at line 1, column 99: \{"secret":"\[masked\]","output"/,
  },
  {
    is: 'completes without an output',
    code: always(({ metadata }) => ({
      body: {},
      afterwards: () => complete(metadata, { body: { secret: metadata?.secret, ...approver } }),
    })),
    modes: ['ASYNC'],
    named: ['completion.members'],
    seen: /^\/output must be present/,
  },
  {
    is: 'completes with an output that does not fit',
    code: always(({ metadata }) => ({
      body: {},
      afterwards: () => complete(metadata, { body: { secret: metadata?.secret, output: { id: 'i' } } }),
    })),
    modes: ['ASYNC'],
    named: ['output.schema'],
    seen: /must have propert/,
  },
  {
    is: 'completes past the response deadline',
    code: ({ pass }) => {
      const kept: SeenEvent['metadata'][] = [];
      return ({ metadata, body }) => {
        kept.push(metadata);
        const isLast = body.length > 900_000;
        return {
          body: {},
          afterwards: async () => {
            if (!isLast) return;
            pass(31_000);
            await Promise.all(kept.map((each) => complete(each)));
          },
        };
      };
    },
    modes: ['ASYNC'],
    named: ['completion.in-time'],
    seen: /^completed after 31/,
  },
  {
    is: 'acknowledges a DYNAMIC event with 200 and completes it later',
    code: always(({ metadata }) => ({ body: {}, afterwards: () => complete(metadata) })),
    modes: ['DYNAMIC'],
    named: ['dynamic.one-way'],
    seen: /^200: \{\}, and a completion$/,
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
    is: 'puts the secret into its output',
    code: always(({ metadata }) => ({
      body: {},
      afterwards: () =>
        complete(metadata, {
          body: { secret: metadata?.secret, output: { ...approver, trace: metadata?.secret } },
        }),
    })),
    modes: ['ASYNC'],
    named: ['secrets.kept'],
    seen: /^the invocation's secret stands in the output of a completion$/,
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
];

for (const { is, code, named, seen, ...options } of broken) {
  test(`names the subscriber that ${is}`, async () => {
    const { verdict, exitCode, findings } = await checkOf(code, options);

    const musts = findings.filter(({ level }) => level === 'must');
    expect(musts.map(({ id }) => id)).toEqual(named);
    expect(musts[0]?.seen).toMatch(seen);
    expect([verdict, exitCode]).toEqual(['FAIL', 1]);
  });
}
