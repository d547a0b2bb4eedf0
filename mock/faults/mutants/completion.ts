import { unauthorized } from '../../plugins/errors.ts';
import type { InvocationRecord } from '../../records.ts';
import { changeStatus, type JsonObject, overlook } from '../change.ts';
import { changeDispatch } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

const operation = 'completeTriggerInvocation';

/** Takes another secret than the one of the invocation. */
const takesSecret =
  (isTaken: (secret: string, invocation: InvocationRecord) => boolean): Apply =>
  ({ seams }) => {
    const { completionProblem } = seams;
    seams.completionProblem = (invocation, secret) =>
      invocation && isTaken(secret, invocation) ? undefined : completionProblem(invocation, secret);
  };

/** Reads the body of a completion as if another had been sent. */
const readsAs =
  (change: (body: JsonObject) => JsonObject): Apply =>
  ({ seams }) => {
    const complete = seams.handle[operation];
    seams.handle[operation] = (call, tenant) =>
      complete({ ...call, body: change(call.body as JsonObject) }, tenant);
  };

/** Takes any secret of one who shows a token, or of one who shows none. */
const takesAnySecret =
  (withToken: boolean): Apply =>
  ({ seams }) => {
    const complete = seams.handle[operation];
    seams.handle[operation] = (call, tenant) => {
      const right = tenant.store.invocations.find(call.id)?.secret;
      const taken = (call.token !== undefined) === withToken && right !== undefined;

      return complete(
        taken ? { ...call, body: { ...(call.body as JsonObject), secret: right } } : call,
        tenant,
      );
    };
  };

/** Completions: what is taken, and what comes of it. */
export const completionMutants: readonly Mutant[] = [
  {
    id: 'wrong-secret-ends-the-invocation',
    breaks: 'invocations.complete.secret',
    apply: ({ seams }) => {
      const complete = seams.handle[operation];
      seams.handle[operation] = async (call, tenant) => {
        const reply = await complete(call, tenant);
        const invocation = tenant.store.invocations.find(call.id);
        if (reply.status === 400 && invocation)
          tenant.dispatcher.complete(invocation, { output: {}, localizedError: null }, tenant);

        return reply;
      };
    },
  },
  {
    id: 'secret-of-any-invocation-taken',
    breaks: 'invocations.complete.secret',
    apply: ({ seams }) => {
      const complete = seams.handle[operation];
      seams.handle[operation] = (call, tenant) => {
        const { secret, ...body } = call.body as JsonObject;
        const known = tenant.store.invocations.list().some((each) => each.secret === secret);
        const right = tenant.store.invocations.find(call.id)?.secret;

        return complete({ ...call, body: { ...body, secret: known && right ? right : secret } }, tenant);
      };
    },
  },
  {
    id: 'empty-secret-taken',
    breaks: 'invocations.complete.secret',
    apply: takesSecret((secret) => secret === ''),
  },
  {
    id: 'start-of-the-secret-taken',
    breaks: 'invocations.complete.secret',
    apply: takesSecret((secret, invocation) => secret !== '' && invocation.secret.startsWith(secret)),
  },
  {
    id: 'any-secret-taken-with-a-token',
    breaks: 'invocations.complete.secret',
    apply: takesAnySecret(true),
  },
  {
    id: 'any-secret-taken-without-a-token',
    breaks: 'invocations.complete.secret',
    apply: takesAnySecret(false),
  },
  {
    id: 'completion-without-secret-taken',
    breaks: 'invocations.complete.required',
    apply: (tenant) => {
      overlook(operation, ({ field }) => field === 'secret')(tenant);
      takesSecret((secret) => secret === undefined)(tenant);
    },
  },
  {
    id: 'completion-without-output-ends-the-invocation',
    breaks: 'invocations.complete.required',
    apply: ({ seams }) => {
      const { validate } = seams;
      seams.validate = (call, tenant) => {
        const refusal = validate(call, tenant);
        const invocation = tenant.store.invocations.find(call.id);
        if (call.operation === operation && refusal && invocation)
          tenant.dispatcher.complete(invocation, { output: {}, localizedError: null }, tenant);

        return refusal;
      };
    },
  },
  {
    id: 'completion-of-what-is-unknown-answered-500',
    breaks: 'invocations.complete.unknown',
    apply: ({ seams }) => {
      const complete = seams.handle[operation];
      seams.handle[operation] = async (call, tenant) => {
        const reply = await complete(call, tenant);

        return tenant.store.invocations.find(call.id) ? reply : { ...reply, status: 500 };
      };
    },
  },
  {
    id: 'completion-refuses-tokens',
    breaks: 'invocations.complete',
    apply: ({ seams }) => {
      const complete = seams.handle[operation];
      seams.handle[operation] = (call, tenant) =>
        call.token ? unauthorized('JWT is not expected') : complete(call, tenant);
    },
  },
  {
    id: 'completion-answered-200',
    breaks: 'invocations.complete',
    apply: changeStatus({ operation, status: 204 }, 200),
  },
  {
    id: 'completion-answered-and-forgotten',
    breaks: 'invocations.complete',
    apply: changeDispatch(() => ({ takesCompletion: () => false })),
  },
  {
    id: 'completion-loses-its-output',
    breaks: 'invocations.complete',
    apply: readsAs((body) => ({ ...body, output: {} })),
  },
  {
    id: 'completion-wraps-its-output',
    breaks: 'invocations.status.output',
    apply: readsAs((body) => ({ ...body, output: { output: body.output } })),
  },
  {
    id: 'completion-ignores-its-error',
    breaks: 'invocations.complete.error',
    apply: readsAs((body) => ({ ...body, error: '' })),
  },
  {
    id: 'completion-with-an-error-left-open',
    breaks: 'invocations.complete.error',
    apply: ({ seams }) => {
      const complete = seams.handle[operation];
      seams.handle[operation] = (call, tenant) =>
        (call.body as JsonObject).error ? { status: 204, headers: {} } : complete(call, tenant);
    },
  },
  {
    id: 'completion-with-an-error-refused',
    breaks: 'invocations.complete.error',
    apply: ({ seams }) => {
      const complete = seams.handle[operation];
      seams.handle[operation] = (call, tenant) =>
        (call.body as JsonObject).error
          ? complete({ ...call, body: { ...(call.body as JsonObject), secret: '' } }, tenant)
          : complete(call, tenant);
    },
  },
];
