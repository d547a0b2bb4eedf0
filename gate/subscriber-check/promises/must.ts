import type { Promised } from './promised.ts';

const guide = 'documented in the guide to event triggers';
const description = 'documented in the OpenAPI description of the trigger operations';

/** What fails a subscriber, in the order in which it is told. */
export const musts = {
  'event.place': {
    level: 'must',
    statement: 'Over HTTP the event is the body itself, with _metadata at its top.',
    basis: guide,
    advice: 'Read the event from the body; only on an EventBridge bus does it stand below "detail".',
  },
  'credentials.right': {
    level: 'must',
    statement: 'An event that shows the credentials of the subscription is taken.',
    basis: guide,
    advice: 'Compare ISC_CHECK_USER and ISC_CHECK_PASSWORD, or ISC_CHECK_BEARER, with what it asks for.',
  },
  'credentials.wrong': {
    level: 'must',
    statement: 'An event with other credentials than those of ISC_CHECK_* is refused.',
    basis: 'ISC_CHECK_* says that the subscriber asks for them',
    advice: 'Check the Authorization header before anything else, and answer 401: anybody can send events.',
  },
  'answer.success': {
    level: 'must',
    statement: 'An event is answered with a success; any other status ends the invocation as failed.',
    basis: guide,
    advice: 'Look in its log for what went wrong with this event.',
  },
  'answer.time': {
    level: 'must',
    statement: 'A subscriber has 10 seconds to answer; later, the invocation has failed.',
    basis: guide,
    advice: 'Take the work out of the answer: acknowledge (200 {} in ASYNC, 202 in DYNAMIC), complete later.',
  },
  'answer.whole': {
    level: 'must',
    statement: 'An event is answered over the connection that it came by.',
    basis: guide,
    advice: 'Look for a path in the handler that ends without an answer, or ends the process.',
  },
  'answer.first-call': {
    level: 'must',
    statement: 'The first event after a rest is answered like any other, within 10 seconds.',
    basis: guide,
    advice: 'Keep an instance warm, or have what is in front answer while it starts.',
  },
  'output.present': {
    level: 'must',
    statement: 'The body of a 200 is the output, as JSON (SYNC, and DYNAMIC unless it answers 202).',
    basis: guide,
    advice: 'Answer with the output itself; {} where the trigger lets a subscriber decline.',
  },
  'output.bare': {
    level: 'must',
    statement: 'SYNC answers are the bare output, not wrapped; so are the outputs of completions.',
    basis: guide,
    advice: 'Send what is inside, without the wrapper.',
  },
  'output.schema': {
    level: 'must',
    statement: "The output fits the trigger's output schema.",
    basis: description,
    advice: 'Send the members that the trigger documents, of the documented types.',
  },
  'dynamic.one-way': {
    level: 'must',
    statement: 'In mode DYNAMIC a 200 is the output, and a 202 promises a completion: one of the two.',
    basis: guide,
    advice:
      'Answer 202 where the output follows: with the 200 the invocation is over, and what follows is lost.',
  },
  'completion.sent': {
    level: 'must',
    statement: 'An event that was acknowledged is completed before its response deadline.',
    basis: guide,
    advice:
      'If its platform stops it once it has answered, complete from a queue. If it takes longer than was waited: --response-deadline. If it answers at once by design: --mode SYNC.',
  },
  'completion.in-time': {
    level: 'must',
    statement: 'Past its response deadline an invocation has failed, and nothing completes it.',
    basis: guide,
    advice: 'Complete sooner, or give the subscription a longer responseDeadline.',
  },
  'completion.secret': {
    level: 'must',
    statement: "A completion authenticates with the secret of its own event's _metadata.",
    basis: description,
    advice: 'Keep secret and callbackURL together, by event: nothing of one event may serve another.',
  },
  'completion.address': {
    level: 'must',
    statement: 'A completion is a POST to the callbackURL of its event.',
    basis: description,
    advice: 'Take callbackURL as it stands, whole: it differs by tenant, version and invocation.',
  },
  'completion.json': {
    level: 'must',
    statement: 'A completion is JSON.',
    basis: description,
    advice: 'Let a JSON library write the body: do not join it from strings.',
  },
  'completion.members': {
    level: 'must',
    statement: 'A completion is an object with secret, a text, and output, an object.',
    basis: description,
    advice: 'Send {"secret": ..., "output": {...}}, and "error" beside them where it failed.',
  },
  'event.shape': {
    level: 'must',
    statement: 'An event of any documented shape is taken.',
    basis: description,
    advice:
      'Read what the trigger documents: members may be left out or null, and requestedFor has two forms.',
  },
  'event.own': {
    level: 'must',
    statement: 'An event of --payload is taken.',
    basis: '--payload says that such events come',
    advice: 'Look in its log for what went wrong with this event.',
  },
  'event.further-members': {
    level: 'must',
    statement:
      'An event may hold members that nobody knows yet, _meta among them: its schema leaves it open.',
    basis: description,
    advice: 'Read the members that are needed, and let others be.',
  },
  'event.again': {
    level: 'must',
    statement: 'The same content may come again, as an invocation of its own: test invocations send it.',
    basis: description,
    advice: 'Tell events apart by callbackURL, not by what they hold, and answer each.',
  },
  'event.at-once': {
    level: 'must',
    statement: 'Each of two events that come at once is answered for itself.',
    basis: guide,
    advice: 'Look for state that requests share: a variable outside the handler, a lock, one connection.',
  },
  'secrets.kept': {
    level: 'must',
    statement: 'No secret of an invocation and no credential stands in an answer or in an output.',
    basis: 'documented: secrets are written and never read back, and outputs stand in statuses, to be read',
    advice: 'Build the answer from what it should hold, never from the request.',
  },
} as const satisfies Record<string, Promised>;
