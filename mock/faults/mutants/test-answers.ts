import { changeBody, changeRecords, changeReply, type JsonObject, omit, overlook } from '../change.ts';
import { readsTestAs, startsOn } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

const operation = 'startTestTriggerInvocation';
const started = { operation, status: 200 } as const;

/** Draws one secret for all invocations; each draws its id first. */
const oneSecret = (): Apply => {
  const kept: { secret?: string } = {};

  return startsOn(({ random }) => {
    let drawn = 0;

    return {
      random: {
        ...random,
        uuid: () => {
          drawn += 1;
          if (drawn % 2 === 1) return random.uuid();
          kept.secret ??= random.uuid();

          return kept.secret;
        },
      },
    };
  });
};

const asTexts = (content: unknown): unknown =>
  Object.fromEntries(
    Object.entries(content as JsonObject).map(([name, value]) => [
      name,
      typeof value === 'number' ? String(value) : value,
    ]),
  );

/** What a test event is started with, and what is answered. */
export const testAnswerMutants: readonly Mutant[] = [
  {
    id: 'test-answers-with-the-first-only',
    breaks: 'invocations.test',
    apply: changeBody(started, (body) => (Array.isArray(body) ? body.slice(0, 1) : body)),
  },
  {
    id: 'test-answers-with-the-same-id',
    breaks: 'invocations.test',
    apply: changeBody(started, (body) =>
      Array.isArray(body) ? body.map((record) => ({ ...record, id: body[0]?.id })) : body,
    ),
  },
  {
    id: 'test-answers-with-subscription-as-trigger',
    breaks: 'invocations.test',
    apply: changeRecords(started, (record) => ({ ...record, triggerId: record.id })),
  },
  {
    id: 'test-answers-with-an-object-of-its-list',
    breaks: 'exchange.body',
    apply: changeBody(started, (body) => ({ invocations: body })),
  },
  {
    id: 'test-answers-without-secret',
    breaks: 'invocations.test',
    apply: changeRecords(started, (record) => omit(record, 'secret')),
  },
  {
    id: 'test-answers-with-an-empty-secret',
    breaks: 'invocations.test',
    apply: changeRecords(started, (record) => ({ ...record, secret: '' })),
  },
  {
    id: 'one-secret-for-all-invocations',
    breaks: 'invocations.complete.secret',
    apply: oneSecret(),
  },
  {
    id: 'test-without-input-has-an-empty-one',
    breaks: 'invocations.test.sample',
    apply: readsTestAs((body) => ({ input: {}, ...body })),
  },
  {
    id: 'test-without-input-has-its-content',
    breaks: 'invocations.test.sample',
    apply: readsTestAs((body) => ({ input: body.contentJson, ...body })),
  },
  {
    id: 'test-without-input-has-the-sample-of-another-trigger',
    breaks: 'invocations.test.sample',
    apply: readsTestAs((body, { store }) => ({
      input: store.triggers.list().find(({ id }) => id !== body.triggerId)?.exampleInput,
      ...body,
    })),
  },
  {
    id: 'test-with-input-has-the-sample',
    breaks: 'dispatch.input',
    apply: readsTestAs((body) => omit(body, 'input')),
  },
  {
    id: 'test-content-missing-in-the-answer',
    breaks: 'invocations.test.content',
    apply: changeRecords(started, (record) => omit(record, 'contentJson')),
  },
  {
    id: 'test-content-lost-in-the-status',
    breaks: 'invocations.test.content',
    apply: ({ seams }) => {
      const { status } = seams.present;
      seams.present.status = (invocation) => status({ ...invocation, contentJson: {} });
    },
  },
  {
    id: 'test-content-has-texts-for-numbers',
    breaks: 'invocations.test.content',
    apply: readsTestAs((body) => ({ ...body, contentJson: asTexts(body.contentJson) })),
  },
  {
    id: 'test-of-nobody-answered-with-an-empty-list',
    breaks: 'invocations.test.nobody',
    apply: changeReply({ operation, status: 204 }, (reply) => ({ ...reply, status: 200, body: [] })),
  },
  {
    id: 'test-of-nobody-refused',
    breaks: 'invocations.test.nobody',
    apply: changeReply({ operation, status: 204 }, (reply, call) => ({
      ...reply,
      status: 400,
      body: { detailCode: '400.1 Bad request', trackingId: call.requestId, messages: [], causes: [] },
    })),
  },
  {
    id: 'test-with-a-text-as-content-taken',
    breaks: 'invocations.test.required',
    apply: overlook(operation, ({ field, text }) => field === 'contentJson' && text.includes('object')),
  },
  {
    id: 'test-with-a-text-as-input-taken',
    breaks: 'invocations.test.required',
    apply: overlook(operation, ({ field }) => field === 'input'),
  },
  {
    id: 'test-without-trigger-answered-204',
    breaks: 'invocations.test.required',
    apply: changeReply({ operation, status: 400 }, (reply, call) =>
      (call.body as JsonObject).triggerId === undefined ? { status: 204, headers: {} } : reply,
    ),
  },
];
