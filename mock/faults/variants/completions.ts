import { changeReply } from '../change.ts';
import type { Apply, Variant } from '../mutant.ts';

const completion = 'completeTriggerInvocation';

/** Answers a second completion with a status of its own. */
const secondAnswered =
  (status: number): Apply =>
  ({ seams }) => {
    const complete = seams.handle[completion];
    seams.handle[completion] = async (call, tenant) => {
      const before = tenant.store.invocations.find(call.id)?.completed;
      const reply = await complete(call, tenant);

      return before !== undefined && reply.status === 204
        ? { status, headers: {}, body: { detailCode: `${status}`, messages: [], causes: [] } }
        : reply;
    };
  };

/** How a tenant may answer completions that it does not take. */
export const completionVariants: readonly Variant[] = [
  {
    id: 'second-completion-answered-400',
    manner: 'A second completion is refused with 400.',
    source: 'not published: the status of a second completion',
    touches: ['invocations.complete.second'],
    apply: secondAnswered(400),
  },
  {
    id: 'second-completion-answered-409',
    manner: 'A second completion is refused with 409.',
    source: 'not published: the status of a second completion',
    touches: ['invocations.complete.second'],
    apply: secondAnswered(409),
  },
  {
    id: 'unknown-invocation-answered-404',
    manner: 'A completion of what is unknown is refused with 404.',
    source: 'not published: an unknown invocation',
    touches: ['invocations.complete.unknown'],
    apply: changeReply({ operation: completion, status: 400 }, (reply) =>
      JSON.stringify(reply.body).includes('no invocation has this id') ? { ...reply, status: 404 } : reply,
    ),
  },
  {
    id: 'wrong-secret-answered-404',
    manner: 'A completion with a wrong secret is refused with 404.',
    source: 'not published: a wrong secret',
    touches: ['invocations.complete.secret'],
    apply: changeReply({ operation: completion, status: 400 }, (reply) =>
      JSON.stringify(reply.body).includes('is not that of the invocation')
        ? { ...reply, status: 404 }
        : reply,
    ),
  },
];
