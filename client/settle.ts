import type { OperationId } from '../contracts/operations.ts';
import type { LiveExchange } from './exchange.ts';
import type { Ledger } from './ledger.ts';
import { parseJson } from './parse-json.ts';

/** A subscription that a request is about to create. */
export type Announced = Readonly<{ key: string; triggerId: string | undefined }>;

/** Writes down what a request is about to create; `undefined` where it creates nothing that stays. */
export function announce(
  operation: OperationId,
  text: string | undefined,
  ledger: Ledger,
): Announced | undefined {
  if (operation !== 'createSubscription') return undefined;
  const body = parseJson(text);
  const triggerId = textOf(body, 'triggerId');

  return { key: ledger.intend({ name: textOf(body, 'name'), triggerId }), triggerId };
}

/** Writes down what came of a request. After a 5xx, and after no answer, nobody knows: that stays open. */
export function settle(
  exchange: LiveExchange,
  announced: Announced | undefined,
  id: string | undefined,
  ledger: Ledger,
): void {
  const { status } = exchange.response;
  const { body } = exchange.live;
  const accepted = status >= 200 && status < 300;

  if (announced) {
    const created = textOf(body, 'id');
    if (accepted && created) ledger.created(announced.key, created);
    if (status >= 300 && status < 500) ledger.refused(announced.key);
  }
  if (exchange.operation === 'deleteSubscription' && id !== undefined)
    if (accepted || (status === 404 && exchange.identity === 'full'))
      // A 404 to a client with fewer rights may only say that it may not see the subscription.
      ledger.removed(id);
  if (exchange.operation === 'startTestTriggerInvocation' && accepted && Array.isArray(body))
    for (const started of body.map((invocation) => textOf(invocation, 'id')))
      if (started) ledger.started(started);
}

const textOf = (body: unknown, name: string): string | undefined => {
  const value =
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;

  return typeof value === 'string' ? value : undefined;
};
