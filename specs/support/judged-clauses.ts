import type { Exchange } from '../../client/exchange.ts';
import type { ClauseId } from '../../contracts/clauses/index.ts';

type Applies = (exchange: Exchange) => boolean;

const isSuccess: Applies = ({ response }) => response.status < 300 && response.status !== 204;
const isError: Applies = ({ response }) => response.status >= 400 && response.status !== 401;
const isList: Applies = ({ operation, response }) => operation.startsWith('list') && response.status === 200;
const count = ({ request }: Exchange): string => new URL(request.url).searchParams.get('count') ?? 'false';

/** The promises that are judged at an exchange whatever its spec is about, and the exchanges that show them. */
const judgedAt = {
  'exchange.status': () => true,
  'exchange.media-type': (exchange) => isSuccess(exchange) || isError(exchange),
  'exchange.body': isSuccess,
  'exchange.body.details': isSuccess,
  'exchange.error-body': isError,
  'exchange.no-content': ({ response }) => response.status === 204,
  'quota.retry-after': ({ response }) => response.status === 429,
  'collections.limit': (exchange) =>
    isList(exchange) && new URL(exchange.request.url).searchParams.has('limit'),
  'collections.limit.default': (exchange) =>
    isList(exchange) && !new URL(exchange.request.url).searchParams.has('limit'),
  'collections.count': (exchange) => isList(exchange) && count(exchange) === 'true',
  'collections.count.absent': (exchange) => isList(exchange) && count(exchange) === 'false',
} as const satisfies Partial<Record<ClauseId, Applies>>;

/** The clauses that some of these exchanges were judged by beside the spec's own. */
export const judgedClauses = (exchanges: readonly Exchange[]): readonly ClauseId[] =>
  (Object.keys(judgedAt) as (keyof typeof judgedAt)[]).filter((id) => exchanges.some(judgedAt[id]));
