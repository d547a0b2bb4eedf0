import { unauthorized } from '../../plugins/errors.ts';
import { changeReply, changeStatus } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Changes what a token request that succeeds is answered. */
const changeToken =
  (change: (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>): Apply =>
  ({ seams }) => {
    const { answerGrant } = seams;
    seams.answerGrant = async (parameters, tenant) => {
      const { status, body } = await answerGrant(parameters, tenant);

      return { status, body: status === 200 ? change(body) : body };
    };
  };

/** Passes over a refusal of the authentication that has these words. */
const passOver =
  (words: string, only: (operation: string) => boolean = () => true): Apply =>
  ({ seams }) => {
    const { authenticate } = seams;
    seams.authenticate = (call, tenant) => {
      const refusal = authenticate(call, tenant);
      const passes = only(call.operation) && JSON.stringify(refusal?.body ?? '').includes(words);

      return passes ? undefined : refusal;
    };
  };

/** Makes a form of the token request unreadable, by the start of its media type; `undefined`: no body. */
const cannotRead =
  (mediaType: string | undefined): Apply =>
  ({ seams }) => {
    const { readGrant } = seams;
    seams.readGrant = async (request) => {
      const unreadable = mediaType ? request.contentType?.startsWith(mediaType) : request.body.length === 0;

      return unreadable ? new Map() : readGrant(request);
    };
  };

const answerWrongSecret: Apply = ({ seams }) => {
  const { answerGrant } = seams;
  seams.answerGrant = (parameters, tenant) => {
    const { clientId, clientSecret } = tenant.clients.full;
    const known = parameters.get('client_id') === clientId;

    return answerGrant(
      known ? new Map([...parameters, ['client_secret', clientSecret]]) : parameters,
      tenant,
    );
  };
};

export const authenticationMutants: readonly Mutant[] = [
  {
    id: 'token-without-lifetime',
    breaks: 'auth.token.issued',
    apply: changeToken(({ expires_in: _, ...rest }) => rest),
  },
  {
    id: 'token-lifetime-in-words',
    breaks: 'auth.token.issued',
    apply: changeToken((body) => ({ ...body, expires_in: '749 seconds' })),
  },
  {
    id: 'token-of-another-type',
    breaks: 'auth.token.issued',
    apply: changeToken((body) => ({ ...body, token_type: 'mac' })),
  },
  {
    id: 'token-form-not-read',
    breaks: 'auth.token.forms',
    apply: cannotRead('application/x-www-form-urlencoded'),
  },
  { id: 'token-multipart-not-read', breaks: 'auth.token.forms', apply: cannotRead('multipart/form-data') },
  { id: 'token-query-not-read', breaks: 'auth.token.forms', apply: cannotRead(undefined) },
  { id: 'wrong-secret-gets-a-token', breaks: 'auth.token.wrong-credentials', apply: answerWrongSecret },
  {
    id: 'wrong-secret-answered-200',
    breaks: 'auth.token.wrong-credentials',
    apply: ({ seams }) => {
      const { answerGrant } = seams;
      seams.answerGrant = async (...parts) => ({ ...(await answerGrant(...parts)), status: 200 });
    },
  },
  { id: 'missing-token-accepted', breaks: 'auth.token.missing', apply: passOver('JWT is required') },
  {
    id: 'missing-token-accepted-by-create',
    breaks: 'auth.token.missing',
    apply: passOver('JWT is required', (operation) => operation === 'createSubscription'),
  },
  {
    id: 'missing-token-answered-403',
    breaks: 'auth.token.missing',
    apply: ({ seams }) => {
      const { authenticate } = seams;
      seams.authenticate = (call, tenant) => {
        const refusal = authenticate(call, tenant);

        return refusal && !call.headers.authorization ? { ...refusal, status: 403 } : refusal;
      };
    },
  },
  { id: 'forged-token-accepted', breaks: 'auth.token.forged', apply: passOver('JWT is not valid') },
  {
    id: 'forged-token-accepted-by-delete',
    breaks: 'auth.token.forged',
    apply: passOver('JWT is not valid', (operation) => operation === 'deleteSubscription'),
  },
  {
    id: 'forged-token-answered-500',
    breaks: 'auth.token.forged',
    apply: changeReply({ status: 401 }, (reply) =>
      JSON.stringify(reply.body).includes('not valid') ? { ...reply, status: 500 } : reply,
    ),
  },
  { id: 'expired-token-accepted', breaks: 'auth.token.expired', apply: passOver('JWT is expired') },
  {
    id: 'expired-token-accepted-by-lists',
    breaks: 'auth.token.expired',
    apply: passOver('JWT is expired', (operation) => operation.startsWith('list')),
  },
  {
    id: 'expired-token-answered-400',
    breaks: 'auth.token.expired',
    apply: changeReply({ status: 401 }, (reply) =>
      JSON.stringify(reply.body).includes('expired') ? { ...reply, status: 400 } : reply,
    ),
  },
  {
    id: 'patch-refuses-every-token',
    breaks: 'subscriptions.patch.replace',
    apply: ({ seams }) => {
      seams.handle.patchSubscription = () => unauthorized('JWT is required');
    },
  },
  {
    id: 'missing-scope-answered-401',
    breaks: 'auth.scope.required',
    apply: changeStatus({ status: 403 }, 401),
  },
  {
    id: 'missing-token-accepted-by-start-of-tests',
    breaks: 'auth.token.missing',
    apply: passOver('JWT is required', (operation) => operation === 'startTestTriggerInvocation'),
  },
  {
    id: 'missing-token-accepted-by-statuses',
    breaks: 'auth.token.missing',
    apply: passOver('JWT is required', (operation) => operation === 'listTriggerInvocationStatus'),
  },
  {
    id: 'missing-token-accepted-by-filter-validation',
    breaks: 'auth.token.missing',
    apply: passOver('JWT is required', (operation) => operation === 'testSubscriptionFilter'),
  },
  {
    id: 'forged-token-accepted-by-start-of-tests',
    breaks: 'auth.token.forged',
    apply: passOver('JWT is not valid', (operation) => operation === 'startTestTriggerInvocation'),
  },
  {
    id: 'forged-token-accepted-by-filter-validation',
    breaks: 'auth.token.forged',
    apply: passOver('JWT is not valid', (operation) => operation === 'testSubscriptionFilter'),
  },
  {
    id: 'expired-token-accepted-by-start-of-tests',
    breaks: 'auth.token.expired',
    apply: passOver('JWT is expired', (operation) => operation === 'startTestTriggerInvocation'),
  },
];
