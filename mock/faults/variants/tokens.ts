import type { Tenant } from '../../tenant.ts';
import type { JsonObject } from '../change.ts';
import type { Apply, Variant } from '../mutant.ts';

/** Changes the answer to a request for a token that was granted. */
const grants =
  (change: (body: JsonObject) => JsonObject): Apply =>
  ({ seams }) => {
    const { answerGrant } = seams;
    seams.answerGrant = async (parameters, tenant) => {
      const answer = await answerGrant(parameters, tenant);

      return answer.status === 200 ? { ...answer, body: change(answer.body) } : answer;
    };
  };

/** How a tenant may hand out tokens. */
export const tokenVariants: readonly Variant[] = [
  {
    id: 'token-type-in-capitals',
    manner: 'The type of a token is Bearer.',
    source: 'OAuth 2: answers of the token endpoint',
    touches: ['auth.token.issued'],
    apply: grants((body) => ({ ...body, token_type: 'Bearer' })),
  },
  {
    id: 'token-with-few-members',
    manner: 'A token comes with type and lifetime only.',
    source: 'OAuth 2: answers of the token endpoint',
    touches: ['auth.token.issued'],
    apply: grants(({ access_token, token_type, expires_in }) => ({ access_token, token_type, expires_in })),
  },
  {
    id: 'token-with-more-members',
    manner: 'A token comes with a refresh token and members that no document names.',
    source: 'OAuth 2: answers of the token endpoint',
    touches: ['auth.token.issued'],
    apply: grants((body) => ({ ...body, refresh_token: null, internal: true, scope: ['sp:scopes:all'] })),
  },
  {
    id: 'claims-otherwise',
    manner: 'The scopes in a token are one text, and there are more claims.',
    source: 'not published: more claims',
    touches: ['auth.token.claims'],
    apply: ({ seams }) => {
      seams.claims = (claims) => ({
        ...claims,
        scope: (claims.scope as readonly string[]).join(' '),
        aud: 'isc',
        tenant: 'other',
      });
    },
  },
  {
    id: 'tokens-live-shortly',
    manner: 'A token is good for 20 seconds.',
    source: 'OAuth 2: answers of the token endpoint',
    touches: ['auth.token.issued', 'auth.token.expired'],
    apply: ({ seams }) => {
      const { answerGrant } = seams;
      seams.answerGrant = (parameters, tenant) => {
        const issue: Tenant['tokens']['issue'] = (client) => tenant.tokens.issue(client, 20);

        return answerGrant(parameters, { ...tenant, tokens: { ...tenant.tokens, issue } });
      };
    },
  },
  {
    id: 'wrong-credentials-answered-400',
    manner: 'Wrong client credentials are answered 400.',
    source: 'RFC 6749: 400 or 401',
    touches: ['auth.token.wrong-credentials'],
    apply: ({ seams }) => {
      const { answerGrant } = seams;
      seams.answerGrant = async (parameters, tenant) => {
        const answer = await answerGrant(parameters, tenant);

        return answer.status === 401 ? { ...answer, status: 400 } : answer;
      };
    },
  },
];
