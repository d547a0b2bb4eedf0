import type { CatalogueTrigger } from '../../../contracts/triggers/index.ts';
import { parseJson } from '../../../dispatch/json.ts';
import type { DispatchMode } from '../../../dispatch/mode.ts';
import { type Answer, type Call, isSuccess } from '../call.ts';
import type { Fault } from './fault.ts';
import { outputFaults } from './output.ts';

export type AnswerContext = Readonly<{
  trigger: CatalogueTrigger;
  /** What a subscriber has to answer, in ms. */
  answerMs: number;
  /** Whether completions came for the event. */
  wasCompleted: boolean;
  /** A text of the subscriber as it can be shown: short, and without secrets. */
  show: (text: string) => string;
}>;

type Answered = Extract<Answer, { kind: 'answered' }>;
type Judge = (answer: Answered, context: AnswerContext) => readonly Fault[];

/** What is wrong with the answer to an event that should be taken. */
export const answerFaults = (call: Call, context: AnswerContext): readonly Fault[] => {
  const { answer, step } = call;
  if (answer.kind === 'none') return [noAnswer(answer, context)];
  const { status, ms } = answer;
  const late: readonly Fault[] =
    ms > context.answerMs
      ? [
          {
            promise: 'answer.time',
            expected: `an answer within ${inSeconds(context.answerMs)}`,
            seen: `answered ${status} after ${inSeconds(ms)}`,
          },
        ]
      : [];
  if (!isSuccess(call))
    return [
      ...late,
      { promise: 'answer.success', expected: expectedOf[step.mode], seen: told(answer, context) },
    ];

  return [...late, ...judges[step.mode](answer, context)];
};

const noAnswer = ({ reason, ms }: Extract<Answer, { kind: 'none' }>, { answerMs }: AnswerContext): Fault =>
  reason === 'timeout'
    ? {
        promise: 'answer.time',
        expected: `an answer within ${inSeconds(answerMs)}`,
        seen: `no answer; given up after ${inSeconds(ms)}`,
      }
    : { promise: 'answer.whole', expected: 'a whole answer', seen: brokenBy[reason] };

const brokenBy: Readonly<Record<Exclude<Extract<Answer, { kind: 'none' }>['reason'], 'timeout'>, string>> = {
  refused: 'the connection was refused',
  reset: 'the connection was closed without a whole answer',
  dns: 'the name of the host is not known',
  tls: 'no secure connection came about',
  proxy: 'the proxy in between did not lead there',
  protocol: 'what came is not HTTP that can be read',
};

const expectedOf: Readonly<Record<DispatchMode, string>> = {
  FIRE_AND_FORGET: 'a success, 200 to 299',
  SYNC: '200 and the output',
  ASYNC: '200 and {}',
  DYNAMIC: '200 and the output, or 202',
};

const acknowledged =
  (...documented: readonly number[]): Judge =>
  (answer, context) =>
    documented.includes(answer.status)
      ? []
      : [
          {
            promise: 'answer.acknowledgement',
            expected: documented.join(' or '),
            seen: told(answer, context),
          },
        ];

const withOutput: Judge = (answer, context) => {
  const { trigger, show } = context;
  const expected = `an output of ${trigger.id}`;
  const output = parseJson(answer.body);
  if (output === undefined)
    return [{ promise: 'output.present', expected, seen: `${told(answer, context)}${kindOf(answer)}` }];
  const mediaType = answer.headers['content-type'] ?? '';

  return [
    ...outputFaults(output, { trigger, where: 'the body', show }),
    ...(/\bjson\b/i.test(mediaType)
      ? []
      : [
          {
            promise: 'answer.media-type' as const,
            expected: 'Content-Type: application/json',
            seen: mediaType === '' ? 'no Content-Type' : `Content-Type: ${show(mediaType)}`,
          },
        ]),
  ];
};

const judges: Readonly<Record<DispatchMode, Judge>> = {
  FIRE_AND_FORGET: () => [],
  SYNC: (answer, context) => [...acknowledged(200)(answer, context), ...withOutput(answer, context)],
  ASYNC: acknowledged(200),
  DYNAMIC: (answer, context) => {
    if (answer.status === 202) return [];
    if (context.wasCompleted)
      return [
        {
          promise: 'dynamic.one-way',
          expected: '202, and a completion',
          seen: `${told(answer, context)}, and a completion`,
        },
      ];

    return [...acknowledged(200, 202)(answer, context), ...withOutput(answer, context)];
  },
};

const told = ({ status, headers, body }: Answered, { show }: AnswerContext): string => {
  const location = headers.location === undefined ? '' : `, to ${show(headers.location)}`;

  return `${status}${location}${body.trim() === '' ? ', with an empty body' : `: ${show(body)}`}`;
};

const kindOf = ({ body }: Answered): string => {
  if (body.trim() === '') return '';

  return /^\s*</.test(body) ? ' (HTML, as of a login page or a gateway)' : ' (no JSON)';
};

const inSeconds = (ms: number): string => `${Number((ms / 1000).toFixed(ms < 10_000 ? 2 : 1))} s`;
