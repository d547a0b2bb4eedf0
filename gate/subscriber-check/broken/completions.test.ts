import { always, namesEach } from '../testing/broken.ts';
import { approver, complete, type SeenEvent } from '../testing/user-subscriber.ts';

namesEach([
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
]);
