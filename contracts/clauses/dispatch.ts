import type { Clause } from './clause.ts';
import { sources } from './sources.ts';

const operation = 'startTestTriggerInvocation';
const source = sources.triggerGuide;

/** How an event reaches the subscriber, and what becomes of its answer. */
export const dispatchClauses = {
  'dispatch.request': {
    level: 'must',
    operation,
    statement: 'An event is sent as an HTTP POST of JSON to the url of the subscription.',
    source,
  },
  'dispatch.once': {
    level: 'must',
    operation,
    statement: 'An event is sent at most once to a subscription.',
    source,
  },
  'dispatch.only-subscribed': {
    level: 'must',
    operation,
    statement: 'An event of one trigger is not sent to subscriptions of another.',
    source,
  },
  'dispatch.no-auth': {
    level: 'must',
    operation,
    statement: 'With NO_AUTH an event carries no credentials.',
    source,
  },
  'dispatch.basic-auth': {
    level: 'must',
    operation,
    statement: 'With BASIC_AUTH an event carries the user name and the password of the subscription.',
    source,
  },
  'dispatch.bearer-token': {
    level: 'must',
    operation,
    statement: 'With BEARER_TOKEN an event carries the bearer token of the subscription.',
    source,
  },
  'dispatch.input': {
    level: 'must',
    operation,
    statement: 'An event holds the input of the invocation.',
    source,
  },
  'dispatch.sync.bare': {
    level: 'must',
    operation,
    statement: 'In mode SYNC the event is the bare input, without _metadata.',
    source,
  },
  'dispatch.sync.output': {
    level: 'must',
    operation,
    statement: 'In mode SYNC the body of the 200 is the output.',
    source,
  },
  'dispatch.async.metadata': {
    level: 'must',
    operation,
    statement:
      'In mode ASYNC or DYNAMIC the event has _metadata with callbackURL, secret, responseMode, triggerId and triggerType.',
    source,
  },
  'dispatch.async.callback': {
    level: 'must',
    operation,
    statement: 'callbackURL and secret of an event complete its invocation.',
    source,
  },
  'dispatch.dynamic.now': {
    level: 'must',
    operation,
    statement: 'In mode DYNAMIC a 200 with an output completes the invocation.',
    source,
  },
  'dispatch.dynamic.later': {
    level: 'must',
    operation,
    statement: 'In mode DYNAMIC a 202 leaves the invocation open for a completion.',
    source,
  },
  'dispatch.answer-time': {
    level: 'must',
    operation,
    statement: 'A subscriber has 10 seconds to answer; without an answer the invocation ends as failed.',
    source,
  },
  'dispatch.failure': {
    level: 'must',
    operation,
    statement: 'An answer that is no success ends the invocation as failed.',
    source,
  },
  'dispatch.deadline': {
    level: 'must',
    operation,
    statement: 'Past its response deadline an invocation ends as failed, and not before.',
    source,
  },
} as const satisfies Record<string, Clause>;
