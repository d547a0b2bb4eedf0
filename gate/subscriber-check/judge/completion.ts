import type { CatalogueTrigger } from '../../../contracts/triggers/index.ts';
import { requestIssues } from '../../../contracts/validators/index.ts';
import { isJsonObject, parseJson } from '../../../dispatch/json.ts';
import { jsonProblem } from '../../../filter-tool/json-problem.ts';
import type { Attempt, Call } from '../call.ts';
import type { CheckCredentials } from '../credentials.ts';
import type { Fault } from './fault.ts';
import { outputFaults } from './output.ts';
import { secretFaults } from './secrets.ts';

export type CompletionContext = Readonly<{
  trigger: CatalogueTrigger;
  deadlineMs: number;
  /** As it was given, for people: PT30S. */
  deadline: string;
  /** Whose secret a text is, other than that of the event itself. */
  isOfAnother: (secret: string) => boolean;
  secrets: CheckCredentials['secrets'];
  show: (text: string) => string;
}>;

/** What is wrong with the completions of an event that was left open, in the order in which they came. */
export const completionFaults = (
  call: Call,
  attempts: readonly Attempt[],
  context: CompletionContext,
): readonly Fault[] => {
  const { answer, at } = call;
  if (attempts.length === 0) return [neverCompleted(call, context)];
  const right = attempts.filter((attempt) => secretOf(attempt) === call.invocation.secret);
  const [first] = right;

  return [
    ...attempts.flatMap((attempt) => attemptFaults(call, attempt, context)),
    ...(first && first.at - at > context.deadlineMs
      ? [
          {
            promise: 'completion.in-time' as const,
            expected: `a completion within ${context.deadline}`,
            seen: `completed after ${seconds(first.at - at)}`,
          },
        ]
      : []),
    ...(right.length > 1
      ? [
          {
            promise: 'completion.once' as const,
            expected: 'one completion',
            seen: `${right.length} completions, the last ${seconds((right.at(-1)?.at ?? at) - (first?.at ?? at))} behind the first`,
          },
        ]
      : []),
    ...(first && first.at < at + answer.ms
      ? [
          {
            promise: 'completion.order' as const,
            expected: 'the acknowledgement, then the completion',
            seen: `completed ${seconds(at + answer.ms - first.at)} before it had acknowledged`,
          },
        ]
      : []),
  ];
};

const neverCompleted = ({ answer }: Call, { trigger, deadline }: CompletionContext): Fault => {
  const body = answer.kind === 'answered' ? parseJson(answer.body) : undefined;
  const members = Object.keys(trigger.sampleOutput ?? {});
  const hint =
    isJsonObject(body) && members.some((name) => name in body)
      ? '; its answer holds an output, which nobody reads in this mode'
      : '';

  return {
    promise: 'completion.sent',
    expected: `a completion within ${deadline}`,
    seen: `acknowledged, never completed within ${deadline}${hint}`,
  };
};

const attemptFaults = (call: Call, attempt: Attempt, context: CompletionContext): readonly Fault[] => {
  const { method, path, body, contentType } = attempt;
  const { show, trigger, secrets } = context;
  const { callbackURL, path: ownPath } = call.invocation;
  const wanted = new URL(callbackURL).pathname;
  // What stands before the receiver may have taken the path of ISC_SUBSCRIBER_URL away.
  const address: readonly Fault[] =
    method === 'POST' && [wanted, ownPath].includes(path)
      ? []
      : [
          {
            promise: 'completion.address',
            expected: `POST ${wanted}`,
            seen: `${show(method)} ${show(path)}`,
          },
        ];
  const completion = parseJson(body);
  if (completion === undefined) return [...address, notJson(body, show)];

  const output = isJsonObject(completion) ? completion.output : undefined;
  const error = isJsonObject(completion) ? completion.error : undefined;
  const [issue] = requestIssues('completeTriggerInvocation', completion);
  const told = JSON.stringify([output ?? null, error ?? null]);

  return [
    ...address,
    ...(issue === undefined
      ? secretMismatch(call, attempt, context)
      : [
          {
            promise: 'completion.members' as const,
            expected: 'secret, a text, and output, an object',
            seen: `${issue.pointer || 'the body'} ${issue.message}: ${show(body)}`,
          },
        ]),
    ...(error === undefined && isJsonObject(output)
      ? outputFaults(output, { trigger, where: 'output', show })
      : []),
    ...(typeof error === 'string'
      ? [{ promise: 'completion.error' as const, expected: 'no error', seen: `error: ${show(error)}` }]
      : []),
    ...secretFaults(
      [{ where: 'the output of a completion', text: told }],
      [{ name: "the invocation's secret", value: call.invocation.secret }, ...secrets],
    ),
    ...(/\bjson\b/i.test(contentType)
      ? []
      : [
          {
            promise: 'completion.media-type' as const,
            expected: 'Content-Type: application/json',
            seen: contentType === '' ? 'no Content-Type' : `Content-Type: ${show(contentType)}`,
          },
        ]),
  ];
};

const secretMismatch = (
  { invocation }: Call,
  attempt: Attempt,
  { isOfAnother }: CompletionContext,
): readonly Fault[] => {
  const secret = secretOf(attempt) ?? '';
  if (secret === invocation.secret) return [];

  return [
    {
      promise: 'completion.secret',
      expected: "the secret of the event's _metadata",
      seen: isOfAnother(secret) ? 'the secret of another event' : 'another text',
    },
  ];
};

const notJson = (body: string, show: CompletionContext['show']): Fault => {
  const { line, column } = jsonProblem(body);

  return {
    promise: 'completion.json',
    expected: 'a completion as JSON',
    seen: `completion is not JSON, at line ${line}, column ${column}: ${show(body)}`,
  };
};

/** The secret that a completion shows; undefined where it shows none. */
export const secretOf = ({ body }: Attempt): string | undefined => {
  const completion = parseJson(body);

  return isJsonObject(completion) && typeof completion.secret === 'string' ? completion.secret : undefined;
};

const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(2))} s`;
