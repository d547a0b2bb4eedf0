/** Why no answer came. */
export type TransportReason = 'timeout' | 'refused' | 'reset' | 'dns' | 'tls' | 'proxy' | 'protocol';

/**
 * A request that got no answer. The message is for people and free of secrets; the cause is left out on
 * purpose, since libraries attach request headers to theirs.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly reason: TransportReason;

  constructor(reason: TransportReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The tenant gave no token. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  /** Absent where no request was made, for want of credentials. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** So many requests in a row failed that nothing more is sent. */
export class TenantGoneError extends Error {
  override readonly name = 'TenantGoneError';

  constructor(failures: number, last: TransportError) {
    super(
      `The tenant is gone: ${failures} requests in a row failed, so no more are sent. Last: ${last.message}`,
    );
  }
}

export type GuardRule =
  | 'read-only'
  | 'foreign'
  | 'enabled'
  | 'slots'
  | 'limits'
  | 'unnamed-subscribers'
  | 'path';

/** A request that must not leave this process. */
export class GuardError extends Error {
  override readonly name = 'GuardError';
  readonly rule: GuardRule;
  /** What would allow it, ready to paste; absent where nothing does. */
  readonly setting: string | undefined;

  constructor({
    rule,
    what,
    why,
    setting,
  }: { rule: GuardRule; what: string; why: string; setting?: string }) {
    super(`${what} was not sent: ${why}.${setting ? ` ${setting} allows it.` : ''}`);
    this.rule = rule;
    this.setting = setting;
  }
}

/** A tenant that goes on answering 429: others may share the client. Says nothing about a clause. */
export class ThrottledError extends Error {
  override readonly name = 'ThrottledError';

  constructor(told: { what: string; refusals: number; waitedMs: number; nextPauseMs: number }) {
    super(
      `${told.what} was answered 429 ${told.refusals} times, ${seconds(told.waitedMs)} were waited, and the ` +
        `tenant asks for ${seconds(told.nextPauseMs)} more. Does another program use this client? ` +
        'Wait until it is done, or lower ISC_QUOTA.',
    );
  }
}

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`;
