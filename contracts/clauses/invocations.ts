import type { Clause } from './clause.ts';
import { sources } from './sources.ts';

const source = sources.description;
const guide = sources.triggerGuide;

/** Test invocations, completion and the list of statuses. */
export const invocationClauses = {
  'invocations.test': {
    level: 'must',
    operation: 'startTestTriggerInvocation',
    status: 200,
    statement:
      'A test starts one invocation for each subscription of the trigger, and answers with all of them.',
    source,
  },
  'invocations.test.subscription-ids': {
    level: 'must',
    operation: 'startTestTriggerInvocation',
    status: 200,
    statement: 'A test that names subscriptionIds starts invocations of those and no others.',
    source,
  },
  'invocations.test.disabled': {
    level: 'must',
    operation: 'startTestTriggerInvocation',
    status: 200,
    statement: 'A test reaches a disabled subscription.',
    source: guide,
  },
  'invocations.test.sample': {
    level: 'must',
    operation: 'startTestTriggerInvocation',
    status: 200,
    statement: 'A test without input sends the sample input of the trigger.',
    source,
  },
  'invocations.test.filter': {
    level: 'must',
    operation: 'startTestTriggerInvocation',
    statement: 'A subscription whose filter does not match gets nothing, and no status appears.',
    source: sources.filterGuide,
  },
  'invocations.test.nobody': {
    level: 'must',
    operation: 'startTestTriggerInvocation',
    status: 204,
    statement: 'A test of a trigger that nobody is subscribed to is answered 204.',
    source,
  },
  'invocations.test.required': {
    level: 'must',
    operation: 'startTestTriggerInvocation',
    status: 400,
    statement: 'A test without triggerId or contentJson is refused with 400.',
    source,
  },
  'invocations.test.content': {
    level: 'must',
    operation: 'startTestTriggerInvocation',
    status: 200,
    statement: 'An invocation carries the contentJson of the test that started it.',
    source,
  },
  'invocations.complete': {
    level: 'must',
    operation: 'completeTriggerInvocation',
    status: 204,
    statement: 'An open invocation is completed with its secret and an output, and the answer is 204.',
    source,
  },
  'invocations.complete.without-token': {
    level: 'must',
    operation: 'completeTriggerInvocation',
    status: 204,
    statement: 'The secret alone authenticates a completion: no token is needed.',
    source,
  },
  'invocations.complete.secret': {
    level: 'must',
    operation: 'completeTriggerInvocation',
    status: 400,
    statement: 'A completion with a wrong secret is refused, and the invocation stays open.',
    source,
  },
  'invocations.complete.unknown': {
    level: 'must',
    operation: 'completeTriggerInvocation',
    status: 400,
    statement: 'A completion of an invocation that does not exist is refused.',
    source,
  },
  'invocations.complete.required': {
    level: 'must',
    operation: 'completeTriggerInvocation',
    status: 400,
    statement: 'A completion without secret or output is refused with 400.',
    source,
  },
  'invocations.complete.not-allowed': {
    level: 'should',
    operation: 'completeTriggerInvocation',
    statement: 'A completion that is not allowed is answered with 401 or 403.',
    source,
  },
  'invocations.complete.second': {
    level: 'should',
    operation: 'completeTriggerInvocation',
    statement: 'A second completion is ignored: the first output stays.',
    source: guide,
  },
  'invocations.complete.error': {
    level: 'must',
    operation: 'completeTriggerInvocation',
    status: 204,
    statement: 'A completion with an error ends the invocation as failed.',
    source,
  },
  'invocations.status': {
    level: 'must',
    operation: 'listTriggerInvocationStatus',
    status: 200,
    statement:
      'An invocation that was started is listed once, with its trigger, subscription, type TEST and input.',
    source,
  },
  'invocations.status.created': {
    level: 'must',
    operation: 'listTriggerInvocationStatus',
    status: 200,
    statement: 'created is when the invocation started, and completed never lies before it.',
    source,
  },
  'invocations.status.in-flight': {
    level: 'must',
    operation: 'listTriggerInvocationStatus',
    status: 200,
    statement: 'completed is empty while an invocation is open.',
    source,
  },
  'invocations.status.output': {
    level: 'must',
    operation: 'listTriggerInvocationStatus',
    status: 200,
    statement: 'The status of a completed invocation shows its output.',
    source,
  },
  'invocations.status.failed': {
    level: 'must',
    operation: 'listTriggerInvocationStatus',
    status: 200,
    statement: 'The status of a failed invocation has a localizedError.',
    source,
  },
  'invocations.status.retention': {
    level: 'must',
    operation: 'listTriggerInvocationStatus',
    status: 200,
    statement: 'Successful invocations are listed for up to 24 hours, failed ones for up to 48.',
    source,
  },
  'invocations.status.most': {
    level: 'must',
    operation: 'listTriggerInvocationStatus',
    status: 200,
    statement: 'At most 2000 invocations can be fetched.',
    source,
  },
} as const satisfies Record<string, Clause>;
