import type { Promised } from './promised.ts';

/** What is advice only: nothing published demands it. */
export const shoulds = {
  'event.large': {
    level: 'should',
    statement: 'An event of 1 MB is taken.',
    basis: 'no size of events is published',
    advice: 'If large events can come (long lists, long comments), raise the limit of the body.',
  },
  'event.seen': {
    level: 'should',
    statement: 'An event of a shape that was seen, though it is documented otherwise, is taken.',
    basis: 'seen in tenants, not published',
    advice: 'Let the reader of dates take fractions of any length.',
  },
  'event.delivered-twice': {
    level: 'should',
    statement: 'An event that is delivered a second time does no harm.',
    basis: 'no second delivery is documented; what stands between may send one',
    advice: 'Answer the second one with a success, and do its work once.',
  },
  'answer.acknowledgement': {
    level: 'should',
    statement: 'A success has the documented status: 200; 202 in DYNAMIC, where a completion follows.',
    basis: 'how a tenant reads other successes is not published',
    advice: 'Answer with the documented status.',
  },
  'answer.media-type': {
    level: 'should',
    statement: 'An output says that it is JSON.',
    basis: 'whether a tenant looks at it is not published',
    advice: 'Send Content-Type: application/json.',
  },
  'output.recognised': {
    level: 'should',
    statement: 'An output that is not empty holds members of the trigger.',
    basis: 'further members are allowed; what a tenant makes of these alone is not published',
    advice: 'Send the documented members, or {} to decline.',
  },
  'completion.once': {
    level: 'should',
    statement: 'An invocation is completed once.',
    basis: 'a second completion was seen to be ignored; nothing is published',
    advice: 'Look for a retry after a 204, or for two places that complete.',
  },
  'completion.order': {
    level: 'should',
    statement: 'A completion follows the acknowledgement.',
    basis: 'what a tenant makes of one that comes before is not published',
    advice: 'Acknowledge first, where the platform lets it go on afterwards.',
  },
  'completion.error': {
    level: 'should',
    statement: 'An event that is right is completed without an error.',
    basis: 'a completion may report one; whether it is right here, the subscriber alone knows',
    advice: 'Look in its log for why it reports an error for this event.',
  },
  'completion.media-type': {
    level: 'should',
    statement: 'A completion says that it is JSON.',
    basis: 'what a tenant answers otherwise is not published',
    advice: 'Send Content-Type: application/json.',
  },
  'completion.stranger': {
    level: 'should',
    statement: 'Nothing arrives for invocations that were not started.',
    basis: 'who sent it cannot be told',
    advice: 'If it was the subscriber: take callbackURL and secret from the event at hand.',
  },
} as const satisfies Record<string, Promised>;
