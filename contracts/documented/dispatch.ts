import type { Statement } from './statement.ts';

/** Dispatch and filters. */
export const dispatchStatements: readonly Statement[] = [
  {
    topic: 'dispatch',
    says: 'An event is a POST of JSON with the credentials of the subscription, which are never read back.',
    found: 'HTTP POST of JSON to',
    clauses: [
      'dispatch.request',
      'dispatch.no-auth',
      'dispatch.basic-auth',
      'dispatch.bearer-token',
      'subscriptions.secrets',
    ],
  },
  {
    topic: 'dispatch',
    says: 'A subscriber has ten seconds; what its answer means depends on the mode.',
    found: 'The subscriber has **10 s**',
    clauses: [
      'dispatch.answer-time',
      'dispatch.failure',
      'dispatch.sync.output',
      'dispatch.async.callback',
      'dispatch.dynamic.now',
      'dispatch.dynamic.later',
    ],
  },
  {
    topic: 'dispatch',
    says: 'In ASYNC and DYNAMIC an event says how to complete it.',
    found: 'Envelope of ASYNC and DYNAMIC',
    clauses: ['dispatch.async.metadata', 'dispatch.input'],
  },
  {
    topic: 'dispatch',
    says: 'In SYNC an event is the bare input.',
    found: 'SYNC: bare input',
    clauses: ['dispatch.sync.bare'],
  },
  {
    topic: 'dispatch',
    says: 'An event is sent once at most, in no promised order.',
    found: 'FIRE_AND_FORGET has no resend',
    clauses: ['dispatch.once'],
  },
  {
    topic: 'dispatch',
    says: 'What a filter does not match is not sent and leaves no status.',
    found: 'A filter that does not match: nothing',
    clauses: ['invocations.test.filter', 'dispatch.only-subscribed'],
  },
  {
    topic: 'dispatch',
    says: 'A disabled subscription gets test events.',
    found: 'stops real events only',
    clauses: ['invocations.test.disabled'],
  },
  {
    topic: 'dispatch',
    says: 'A test may name subscriptions, may leave out the input, and has to have contentJson.',
    found: 'in a test invocation restricts it',
    clauses: [
      'invocations.test.subscription-ids',
      'invocations.test.sample',
      'invocations.test.required',
      'invocations.test.content',
    ],
  },
  {
    topic: 'dispatch',
    says: 'Past its deadline, or unanswered, an invocation ends as failed.',
    found: 'Past its deadline, or without',
    clauses: ['dispatch.deadline', 'dispatch.answer-time'],
  },
  {
    topic: 'dispatch',
    says: 'A failure has a localized error.',
    found: 'its localizedError {locale, message}',
    clauses: ['invocations.status.failed'],
  },
  {
    topic: 'filters',
    says: 'The dialect of filters is that of Jayway JsonPath.',
    found: 'The dialect is **Jayway',
    clauses: ['filters.validate.dialect'],
  },
  {
    topic: 'filters',
    says: 'A filter is said to parse, to find its path and to fit the input.',
    found: 'validate-filter [D]',
    clauses: [
      'filters.validate',
      'filters.validate.syntax',
      'filters.validate.path',
      'filters.validate.input',
    ],
  },
];
