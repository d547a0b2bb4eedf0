import { triggerInputIssues, triggerOutputIssues } from '../../../contracts/validators/index.ts';
import type { Call } from '../../call.ts';
import { badRequest } from '../../plugins/errors.ts';
import type { InvocationRecord } from '../../records.ts';
import type { JsonObject } from '../change.ts';
import { changeDispatch } from '../change-dispatch.ts';
import type { Apply, Variant } from '../mutant.ts';

const fits = (invocation: InvocationRecord | undefined, output: unknown): boolean =>
  invocation === undefined || triggerOutputIssues(invocation.triggerId, output).length === 0;

const refusal = (call: Call, field: string) =>
  badRequest(call.requestId, [{ field, text: 'does not fit the schema of the trigger' }]);

/** Refuses inputs of tests that do not fit, which the vendor asks for. */
const strictInputs: Apply = ({ seams }) => {
  const start = seams.handle.startTestTriggerInvocation;
  seams.handle.startTestTriggerInvocation = (call, tenant) => {
    const { triggerId, input } = call.body as JsonObject;

    return input !== undefined && triggerInputIssues(String(triggerId), input).length > 0
      ? refusal(call, 'input')
      : start(call, tenant);
  };
};

/** Takes no output that does not fit, neither in a completion nor in an answer. */
const strictOutputs: Apply = (tenant) => {
  const complete = tenant.seams.handle.completeTriggerInvocation;
  tenant.seams.handle.completeTriggerInvocation = (call, asked) => {
    const { output, error, secret } = call.body as JsonObject;
    const invocation = asked.store.invocations.find(call.id);

    return error || secret !== invocation?.secret || fits(invocation, output)
      ? complete(call, asked)
      : refusal(call, 'output');
  };
  changeDispatch(({ finish }) => ({
    finish: (invocation, ended, asked) =>
      finish(
        invocation,
        ended.localizedError || !invocation.deadlineAt || fits(invocation, ended.output)
          ? ended
          : { output: null, localizedError: { locale: 'en-US', message: 'The output does not fit.' } },
        asked,
      ),
  }))(tenant);
};

const deadlinesOf = ({ body }: Call): readonly unknown[] =>
  Array.isArray(body)
    ? body.filter(({ path }) => path === '/responseDeadline').map(({ value }) => value)
    : [(body as JsonObject | undefined)?.responseDeadline];

const isBrief = (deadline: unknown): boolean => typeof deadline === 'string' && /^PT[^H]+$/.test(deadline);

/** Refuses response deadlines below an hour. */
const longDeadlines: Apply = ({ seams }) => {
  const { validate } = seams;
  seams.validate = (call, tenant) =>
    validate(call, tenant) ??
    (deadlinesOf(call).some(isBrief)
      ? badRequest(call.requestId, [{ field: 'responseDeadline', text: 'has to be an hour or more' }])
      : undefined);
};

/** What a tenant may refuse that is written as documented: bounds that are not published. */
export const strictVariants: readonly Variant[] = [
  {
    id: 'inputs-have-to-fit',
    manner: 'A test whose input does not fit the schema of its trigger is refused with 400.',
    source: 'OpenAPI: an input must adhere to the schema',
    touches: ['invocations.test', 'dispatch.input'],
    apply: strictInputs,
  },
  {
    id: 'outputs-have-to-fit',
    manner: 'An output that does not fit the schema of its trigger is refused with 400, or ends as failed.',
    source: 'guide: REQUEST_RESPONSE outputs have a schema',
    touches: ['invocations.complete', 'dispatch.sync.output', 'dispatch.dynamic.now'],
    apply: strictOutputs,
  },
  {
    id: 'deadlines-of-an-hour-or-more',
    manner: 'A subscription whose response deadline is below an hour is refused with 400.',
    source: 'the bounds of response deadlines are not published',
    touches: [
      'subscriptions.create',
      'subscriptions.update',
      'subscriptions.patch.replace',
      'dispatch.deadline',
    ],
    apply: longDeadlines,
  },
];
