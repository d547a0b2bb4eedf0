import type { DispatchSteps } from '../dispatch/steps.ts';
import type { Random } from '../random.ts';
import type { LoadBehaviour } from './behaviour.ts';
import type { DoneAt } from './freeze.ts';

type FaultOptions = Pick<LoadBehaviour, 'dispatchDelay' | 'dropDispatch' | 'duplicateDispatch'> &
  Readonly<{
    doneAt: DoneAt;
    random: Random;
    /** What sends otherwise. */
    send: DispatchSteps['send'];
  }>;

/**
 * Sends an event late, never or twice, and counts what it did. One number is drawn for each dispatch, in the order of
 * their starts: which are dropped does not depend on how many are doubled.
 */
export const faultySend = ({
  dispatchDelay = 0,
  dropDispatch = 0,
  duplicateDispatch = 0,
  doneAt,
  random,
  send,
}: FaultOptions): DispatchSteps['send'] => {
  const copies = (): 0 | 1 | 2 => {
    const drawn = random.number();
    if (drawn < dropDispatch) return 0;

    return drawn < dropDispatch + duplicateDispatch ? 2 : 1;
  };

  return (request, exchange, tenant) => {
    const { clock, counts } = tenant;
    const sent = copies();
    if (sent === 0) counts.addDispatch('dropped');
    if (sent === 2) counts.addDispatch('duplicated');
    const leave = (): void => {
      for (let copy = 0; copy < sent; copy += 1) send(request, exchange, tenant);
    };
    const now = clock.now();
    const at = doneAt(now, dispatchDelay);
    if (at > now) clock.setTimer(at, leave);
    else leave();
  };
};
