import type { OperationId } from '../contracts/operations.ts';
import { type Circuit, createCircuit } from './circuit.ts';
import { type Clock, systemClock } from './clock.ts';
import { tenantRoot } from './endpoint.ts';
import type { Identity, LiveExchange } from './exchange.ts';
import { checkHeld, checkRequest, type GuardPolicy } from './guard.ts';
import type { Ledger } from './ledger.ts';
import type { Masker } from './masker.ts';
import { fetchOauthInfo, type OauthInfo } from './oauth-info.ts';
import type { Pacer } from './pacer.ts';
import { parseJson } from './parse-json.ts';
import { readsOnly } from './reads-only.ts';
import { record } from './record.ts';
import type { WireResponse } from './round-trip.ts';
import { sender } from './sender.ts';
import { announce, settle } from './settle.ts';
import { type RequestParts, toRequest, withHeaders } from './to-request.ts';
import type { TokenFacts } from './token-facts.ts';
import { type TokenForm, tokenRequest } from './token-request.ts';
import { type ClientIdentity, type Credentials, createTokens, isClient } from './tokens.ts';
import { toolVersion } from './tool-version.ts';
import { createTransport, type ProxySettings } from './transport.ts';
import { waitOut } from './wait-out.ts';
import { type ListOperation, type Page, type WalkOptions, walk } from './walk.ts';

export type ClientOptions = Readonly<{
  /** The tenant's address without version. */
  baseUrl: string;
  credentials: Readonly<Partial<Record<ClientIdentity, Credentials>>>;
  expiredToken?: string | undefined;
  runId: string;
  guard: GuardPolicy;
  pacer: Pacer;
  ledger: Ledger;
  masker: Masker;
  clock?: Clock;
  /** Told of every exchange as it was made, those included that were answered 429 and waited out. */
  onExchange?: (exchange: LiveExchange) => void;
  /** For one request, in ms; 10 s by default. */
  timeoutMs?: number;
  circuit?: Circuit;
  proxy?: ProxySettings;
  /** Ends what is under way, pauses included; calls reject with its reason. */
  signal?: AbortSignal;
  /** Lets nothing but GET and the token request leave, whatever the guard allows. */
  readOnly?: boolean;
}>;

export type CallOptions = RequestParts &
  Readonly<{
    as?: Identity;
    /** What to do about a 429: wait and send again, or hand it back. */
    patience?: 'wait-out' | 'none';
    /** How many requests have to be able to leave at once, this one included, before it does. Default 1. */
    room?: number;
  }>;

export type Client = Readonly<{
  /**
   * Makes an exchange. Throws GuardError before anything leaves, TokenError, TransportError, TenantGoneError and
   * ThrottledError; an answer is never an error, whatever its status.
   */
  call(operation: OperationId, options: CallOptions): Promise<LiveExchange>;
  /** Walks a collection page by page. Throws WalkError besides. */
  walk(operation: ListOperation, options: WalkOptions): AsyncGenerator<Page, void, undefined>;
  /** Has a token of a client at hand, and says what is in it. */
  authenticate(identity: ClientIdentity): Promise<TokenFacts>;
  /** Asks for a token that the client itself does not use. Throws TransportError; any answer is no error. */
  requestToken(ask: TokenQuestion): Promise<WireResponse & Readonly<{ body: unknown }>>;
  /** What the tenant tells without a token. */
  info(): Promise<OauthInfo>;
  close(): Promise<void>;
}>;

export type TokenQuestion = Readonly<{ clientId: string; clientSecret: string; form?: TokenForm }>;

/** The one way out of the process to a tenant, and to the mock. */
export function createClient(options: ClientOptions): Client {
  const { clock = systemClock, credentials, guard, ledger, masker, pacer, signal } = options;
  const { circuit = createCircuit({ after: 3 }), timeoutMs = 10_000 } = options;
  const root = tenantRoot(options.baseUrl);
  const userAgent = `isc-triggers/${toolVersion()} (run ${options.runId})`;
  const transport = createTransport({ timeoutMs, proxy: options.proxy, signal });
  const sends = sender(transport, circuit);
  const send = options.readOnly ? readsOnly(sends) : sends;
  const info = () => fetchOauthInfo({ root, userAgent, send, now: clock.now });
  const tokens = createTokens({
    root,
    credentials,
    expiredToken: options.expiredToken,
    userAgent,
    info,
    send: async (request) => {
      const once = async () => ({ response: await send(request) });

      return (await waitOut(once, { clock, signal, what: 'POST /oauth/token' })).response;
    },
    clock,
    masker,
  });

  const clientIdOf = (identity: Identity): string =>
    ((isClient(identity) ? credentials[identity] : undefined) ?? credentials.full)?.clientId ?? 'none';

  const call: Client['call'] = async (
    operation,
    { as: identity = 'full', patience = 'wait-out', room = 1, ...parts },
  ) => {
    const { version: apiVersion } = parts;
    const id = parts.path?.id;
    const unsigned = toRequest(operation, parts, { root, userAgent });
    const text = unsigned.body && Buffer.from(unsigned.body).toString('utf8');
    const { hostname, pathname } = new URL(unsigned.url);
    const what = `${unsigned.method} ${pathname}`;
    const lane = { client: clientIdOf(identity), version: apiVersion };

    const exchange = async (waitedOut: number): Promise<LiveExchange> => {
      await pacer.acquire(lane, room);
      const token = await tokens.of(identity);
      const request = token ? { ...unsigned, headers: signed(unsigned.headers, token) } : unsigned;
      const startedAt = clock.now();
      const response = await send(request);
      const made = record(
        { operation, apiVersion, identity, request, response, startedAt, waitedOut },
        masker,
      );
      options.onExchange?.(made);

      return made;
    };
    const exchangeAsTokensGo = async (waitedOut: number): Promise<LiveExchange> => {
      const made = await exchange(waitedOut);

      return saysExpired(made) && tokens.renewable(identity) ? exchange(waitedOut) : made;
    };

    checkRequest({ operation, what, hostname, id, text }, guard, ledger);
    const announced = announce(operation, text, ledger);
    try {
      checkHeld(what, announced?.triggerId, guard, ledger);
      await tokens.of(identity);
    } catch (error) {
      // Nothing has left yet, so there is nothing to look for later.
      if (announced) ledger.refused(announced.key);
      throw error;
    }
    const made =
      patience === 'none'
        ? await exchangeAsTokensGo(0)
        : await waitOut(exchangeAsTokensGo, {
            clock,
            signal,
            what,
            onPause: (ms) => pacer.blocked(lane, ms),
          });
    settle(made, announced, id, ledger);

    return made;
  };

  return {
    call,
    walk: (operation, walkOptions) => walk(call, operation, walkOptions),
    authenticate: tokens.facts,
    requestToken: async (question) => {
      masker.add(question.clientSecret);
      const response = await send(tokenRequest({ url: `${root}/oauth/token`, userAgent, ...question }));
      const body = parseJson(response.text);
      masker.harvest(body);

      return { ...response, body };
    },
    info,
    close: transport.close,
  };
}

/** A header that the caller chose stays. */
const signed = (headers: Readonly<Record<string, string>>, token: string) =>
  withHeaders({ Authorization: `Bearer ${token}` }, headers);

const saysExpired = ({ live, response }: LiveExchange): boolean =>
  response.status === 401 && /expired/i.test(live.text);
