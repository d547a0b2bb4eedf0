import { expect, test } from '@playwright/test';
import type { DispatchMode } from '../../dispatch/mode.ts';
import { checkOf, type Time } from './testing/check-of.ts';
import { approver, complete, rightCode, type UserCode } from './testing/user-subscriber.ts';

type Right = Readonly<{
  is: string;
  code: (time: Time) => UserCode;
  modes: readonly DispatchMode[];
  trigger?: string;
  env?: Readonly<Record<string, string>>;
  /** What is worth telling, and fails nothing. */
  warnings?: readonly string[];
}>;

const always = (code: UserCode) => (): UserCode => code;

const right: readonly Right[] = [
  {
    is: 'answers at once where it can, and completes the rest',
    code: always(rightCode),
    modes: ['SYNC', 'DYNAMIC'],
  },
  {
    is: 'does the same in every mode with 202',
    code: always(rightCode),
    modes: ['SYNC', 'ASYNC', 'DYNAMIC'],
    warnings: ['answer.acknowledgement'],
  },
  {
    is: 'acknowledges ASYNC with 200 and {}',
    code: always(({ metadata }) => ({ body: {}, afterwards: () => complete(metadata) })),
    modes: ['ASYNC'],
  },
  { is: 'answers every DYNAMIC event at once', code: always(() => ({ body: approver })), modes: ['DYNAMIC'] },
  { is: 'declines with {}', code: always(() => ({ body: {} })), modes: ['SYNC', 'DYNAMIC'] },
  {
    is: 'gives no body to a FIRE_AND_FORGET event',
    code: always(() => ({})),
    modes: ['FIRE_AND_FORGET'],
    trigger: 'idn:identity-attributes-changed',
  },
  {
    is: 'answers a FIRE_AND_FORGET event with 204',
    code: always(() => ({ status: 204 })),
    modes: ['FIRE_AND_FORGET'],
    trigger: 'idn:account-aggregation-completed',
  },
  {
    is: 'answers with a text of its own to a FIRE_AND_FORGET event',
    code: always(() => ({ status: 202, headers: { 'content-type': 'text/plain' }, body: 'thanks' })),
    modes: ['FIRE_AND_FORGET'],
    trigger: 'idn:source-created',
  },
  {
    is: 'sends headers and members that nobody asked for',
    code: always(() => ({
      headers: { 'x-powered-by': 'harbour', 'content-type': 'application/json;charset=UTF-8' },
      body: { ...approver, traceId: 't-1' },
    })),
    modes: ['SYNC'],
  },
  {
    is: 'needs 3 s for its first call',
    code:
      ({ pass }) =>
      (event) => {
        if (event.number === 1) pass(3000);
        return rightCode(event);
      },
    modes: ['SYNC'],
  },
  {
    is: 'refuses 1 MB',
    code: always((event) => (event.body.length > 500_000 ? { status: 413 } : rightCode(event))),
    modes: ['SYNC'],
    warnings: ['event.large'],
  },
  {
    is: 'forgets the media type',
    code: always(() => ({ headers: { 'content-type': 'text/plain' }, body: approver })),
    modes: ['SYNC'],
    warnings: ['answer.media-type'],
  },
  {
    is: 'completes twice',
    code: always(({ metadata }) => ({
      body: {},
      afterwards: async () => {
        await complete(metadata);
        await complete(metadata);
      },
    })),
    modes: ['ASYNC'],
    warnings: ['completion.once'],
  },
  {
    is: 'completes before it acknowledges',
    code: always(async ({ metadata }) => {
      await complete(metadata);
      return { body: {} };
    }),
    modes: ['ASYNC'],
    warnings: ['completion.order'],
  },
  {
    is: 'reports an error with its completion',
    code: always(({ metadata }) => ({
      body: {},
      afterwards: () =>
        complete(metadata, { body: { secret: metadata?.secret, output: {}, error: 'no approver found' } }),
    })),
    modes: ['ASYNC'],
    warnings: ['completion.error'],
  },
  {
    is: 'does not do its work again when an invocation is delivered a second time',
    code: () => {
      const seen = new Set<string | undefined>();
      return ({ metadata }) => {
        const isKnown = seen.has(metadata?.secret);
        seen.add(metadata?.secret);
        return { body: {}, afterwards: async () => (isKnown ? 0 : complete(metadata)) };
      };
    },
    modes: ['ASYNC'],
  },
  {
    is: 'asks for its credentials',
    code: always((event) =>
      event.headers.authorization === 'Bearer harbour-lights' ? rightCode(event) : { status: 403 },
    ),
    modes: ['SYNC', 'DYNAMIC'],
    env: { ISC_CHECK_BEARER: 'harbour-lights' },
  },
  {
    is: 'decides on pre-approvals',
    code: always(() => ({ body: { approved: false, comment: 'no', approver: 'Rota Check' } })),
    modes: ['SYNC', 'DYNAMIC'],
    trigger: 'idn:access-request-pre-approval',
  },
];

for (const { is, code, warnings = [], ...options } of right) {
  test(`passes a subscriber that ${is}`, async () => {
    const { verdict, exitCode, findings, notTried } = await checkOf(code, options);

    expect(findings.map(({ id, level }) => [id, level])).toEqual(warnings.map((id) => [id, 'should']));
    expect([verdict, exitCode, notTried]).toEqual(['PASS', 0, []]);
  });
}
