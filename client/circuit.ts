import { TenantGoneError, type TransportError } from './errors.ts';

/** Ends a run quickly when its tenant stops answering. */
export type Circuit = Readonly<{
  /** Throws TenantGoneError once the tenant counts as gone. */
  check(): void;
  succeeded(): void;
  failed(error: TransportError): void;
}>;

/** Counts transport failures; from `after` in a row on nothing is sent any more. An answer of any kind resets it. */
export function createCircuit({ after }: { after: number }): Circuit {
  let failures = 0;
  let last: TransportError | undefined;

  return {
    check() {
      if (last && failures >= after) throw new TenantGoneError(failures, last);
    },
    succeeded() {
      failures = 0;
    },
    failed(error) {
      failures += 1;
      last = error;
    },
  };
}
