import type { Outcome, SubscriberAnswer } from '../../dispatch/outcome.ts';
import type { SubscriberRequest } from '../../dispatch/subscriber-request.ts';
import type { CancelTimer } from '../clock.ts';
import type { Dispatcher } from '../dispatcher.ts';
import type { HttpConfig } from '../records.ts';
import type { Tenant } from '../tenant.ts';
import type { Delivery } from './delivery.ts';
import type { Send } from './sender.ts';
import type { Completion } from './steps.ts';

/**
 * Sends events to HTTP subscribers, each by the steps of its tenant and on the tenant's clock; other subscriptions
 * get no request. An invocation ends once: by an answer, by its completion, or by its response deadline.
 */
export const httpDispatcher = (send: Send): Dispatcher => {
  const deadlines = new Map<string, CancelTimer>();
  const underWay = new Set<AbortController>();

  const forgetDeadline = (id: string): void => {
    deadlines.get(id)?.();
    deadlines.delete(id);
  };

  const end = (id: string, completion: Completion, tenant: Tenant): void => {
    const { dispatch } = tenant.seams;
    const invocation = tenant.store.invocations.find(id);
    if (!invocation || !dispatch.isOpen(invocation)) return;
    forgetDeadline(id);
    dispatch.finish(invocation, completion, tenant);
  };

  const settle = (outcome: Outcome, { invocation }: Delivery, tenant: Tenant): void => {
    if (outcome.kind === 'completed') end(invocation.id, { ...outcome, localizedError: null }, tenant);
    if (outcome.kind === 'failed') end(invocation.id, { ...outcome, output: null }, tenant);
  };

  const exchange = (
    request: SubscriberRequest,
    { clock, seams }: Tenant,
    read: (answer: SubscriberAnswer) => void,
  ): void => {
    const abort = new AbortController();
    underWay.add(abort);
    const finish = (answer: SubscriberAnswer): void => {
      if (!underWay.delete(abort)) return;
      cancelLimit();
      read(answer);
      // Only what is still on its way needs it: an error for each that has ended costs as much as its event.
      if (answer.kind === 'late') abort.abort();
    };
    const cancelLimit = clock.setTimer(clock.now() + seams.dispatch.answerLimitMs(), () =>
      finish({ kind: 'late' }),
    );
    void send(request, abort.signal).then(finish);
  };

  const deliver = (delivery: Delivery, config: HttpConfig, tenant: Tenant): void => {
    const { dispatch } = tenant.seams;
    const mode = dispatch.mode(delivery, config);
    const request = dispatch.request(config, dispatch.envelope(mode, dispatch.event(delivery)));
    const sendOnce = (sent: SubscriberRequest): void =>
      exchange(sent, tenant, (answer) => settle(dispatch.outcome(mode, answer), delivery, tenant));
    dispatch.send(request, sendOnce, tenant);
  };

  return {
    start: (delivery, tenant) => {
      const { invocation, subscription } = delivery;
      const { dispatch } = tenant.seams;
      if (invocation.deadlineAt !== undefined) {
        const expire = (): void =>
          end(invocation.id, { output: null, localizedError: dispatch.expired(delivery) }, tenant);
        deadlines.set(invocation.id, tenant.clock.setTimer(invocation.deadlineAt, expire));
      }
      if (subscription.type === 'HTTP' && subscription.httpConfig) {
        deliver(delivery, subscription.httpConfig, tenant);
      } else settle(dispatch.handedOver(delivery), delivery, tenant);
    },
    complete: (invocation, completion, tenant) => {
      forgetDeadline(invocation.id);
      tenant.seams.dispatch.finish(invocation, completion, tenant);
    },
    close: async () => {
      for (const cancel of deadlines.values()) cancel();
      deadlines.clear();
      for (const abort of underWay) abort.abort();
      underWay.clear();
    },
  };
};
