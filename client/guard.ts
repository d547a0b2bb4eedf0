import { type OperationId, operations } from '../contracts/operations.ts';
import { GuardError, type GuardRule } from './errors.ts';
import { mayEnable, patchMayEnable } from './guard-enabled.ts';
import type { Ledger } from './ledger.ts';
import { isLoopback } from './loopback.ts';
import { parseJson } from './parse-json.ts';

/** What a run may do beyond creating disabled subscriptions, each named by its owner in ISC_ALLOW_RISKS. */
export const risks = ['enabled', 'limits', 'slots', 'quota'] as const;

export type Risk = (typeof risks)[number];

/** What may leave this process: anything, to the mock; to a tenant only what its owner allowed. */
export type GuardPolicy =
  | Readonly<{ kind: 'open' }>
  | Readonly<{
      kind: 'tenant';
      /** Host name of the tenant, without port. */
      host: string;
      /** Host name on which writes are allowed; none: read-only. */
      allowWritesHost?: string | undefined;
      risks: ReadonlySet<Risk>;
      /** Triggers of the tenant that are of type REQUEST_RESPONSE, besides the two that are known. */
      requestResponseTriggers?: ReadonlySet<string>;
    }>;

type TenantPolicy = Extract<GuardPolicy, { kind: 'tenant' }>;

export type GuardedRequest = Readonly<{
  operation: OperationId;
  /** `POST /beta/trigger-subscriptions`, for the message. */
  what: string;
  /** Host name that the request would go to. */
  hostname: string;
  id?: string | undefined;
  /** The bytes of the body as text. */
  text?: string | undefined;
}>;

type Finding = Readonly<{ rule: GuardRule; why: string; setting?: string }>;

type Check = (request: GuardedRequest, policy: TenantPolicy, ledger: Ledger) => Finding | undefined;

/** How many subscriptions of its own a run may hold on one trigger without the risk `limits`. */
const mostHeld = 20;

const knownSlots = ['idn:access-request-dynamic-approver', 'idn:access-request-pre-approval'];

/** Throws GuardError for a request that the policy does not let out. Sends and writes nothing. */
export function checkRequest(request: GuardedRequest, policy: GuardPolicy, ledger: Ledger): void {
  if (policy.kind === 'open' || operations[request.operation].method === 'GET') return;

  for (const check of [readOnly, ...checks[request.operation]]) {
    const finding = check(request, policy, ledger);
    if (finding) throw new GuardError({ what: request.what, ...finding });
  }
}

/** Throws GuardError where a run holds too many subscriptions of a trigger, the announced one among them. */
export function checkHeld(
  what: string,
  triggerId: string | undefined,
  policy: GuardPolicy,
  ledger: Ledger,
): void {
  if (policy.kind === 'open' || policy.risks.has('limits') || triggerId === undefined) return;
  if (ledger.heldOn(triggerId) <= mostHeld) return;

  throw new GuardError({
    what,
    rule: 'limits',
    why: `this run already holds ${mostHeld} subscriptions of ${triggerId}`,
    setting: 'ISC_ALLOW_RISKS=limits',
  });
}

const readOnly: Check = ({ hostname }, { host, allowWritesHost }) =>
  hostname === host && hostname === allowWritesHost
    ? undefined
    : {
        rule: 'read-only',
        why: `${hostname} is read-only for this run`,
        setting: `ISC_ALLOW_WRITES=${hostname}`,
      };

const ownId: Check = ({ id = '' }, _, ledger) =>
  ledger.owns(id) ? undefined : { rule: 'foreign', why: `this run made nothing with the id ${id}` };

const staysDisabled =
  (judge: (text: string | undefined) => string | undefined): Check =>
  ({ text }, policy) => {
    const why = policy.risks.has('enabled') ? undefined : judge(text);

    return why === undefined ? undefined : { rule: 'enabled', why, setting: 'ISC_ALLOW_RISKS=enabled' };
  };

const takesNoSlot: Check = ({ text = '' }, policy) => {
  const slots = [...knownSlots, ...(policy.requestResponseTriggers ?? [])];
  const slot = policy.risks.has('slots') ? undefined : slots.find((id) => mentions(text, id));

  return slot === undefined
    ? undefined
    : {
        rule: 'slots',
        why: `${slot} decides real requests and has one place`,
        setting: 'ISC_ALLOW_RISKS=slots',
      };
};

/** Without subscriptionIds a test event would go to everybody's subscribers. */
const namesSubscribers: Check = ({ text = '', hostname }, _, ledger) => {
  if (isLoopback(hostname)) return undefined;
  const body = parseJson(text);
  const named = body === undefined ? namedIn(text) : idsOf(body);

  return named.length > 0 && named.every((id) => typeof id === 'string' && ledger.owns(id))
    ? undefined
    : {
        rule: 'unnamed-subscribers',
        why: 'its subscriptionIds do not name subscriptions of this run, and of this run only',
      };
};

const checks: Readonly<Record<OperationId, readonly Check[]>> = {
  listTriggers: [],
  listSubscriptions: [],
  listTriggerInvocationStatus: [],
  createSubscription: [staysDisabled(mayEnable), takesNoSlot],
  updateSubscription: [ownId, staysDisabled(mayEnable), takesNoSlot],
  patchSubscription: [ownId, staysDisabled(patchMayEnable), takesNoSlot],
  deleteSubscription: [ownId],
  testSubscriptionFilter: [],
  startTestTriggerInvocation: [namesSubscribers],
  completeTriggerInvocation: [ownId],
};

const mentions = (text: string, id: string): boolean =>
  text.includes(JSON.stringify(id)) || JSON.stringify(parseJson(text) ?? null).includes(JSON.stringify(id));

const idsOf = (body: unknown): readonly unknown[] =>
  typeof body === 'object' &&
  body !== null &&
  'subscriptionIds' in body &&
  Array.isArray(body.subscriptionIds)
    ? body.subscriptionIds
    : [];

/** The ids in a body that is no JSON, as a tenant that repairs such bodies might read them. */
const namedIn = (text: string): readonly string[] =>
  [...(/"subscriptionIds"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1]?.matchAll(/"([^"]*)"/g) ?? [])].map(
    ([, id]) => id ?? '',
  );
