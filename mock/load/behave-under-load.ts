import { seededRandom } from '../random.ts';
import type { Tenant } from '../tenant.ts';
import type { LoadBehaviour } from './behaviour.ts';
import { faultySend } from './dispatch-faults.ts';
import { createFreeze } from './freeze.ts';
import { lateStatuses } from './late-statuses.ts';
import { createQueue } from './queue.ts';

/** Makes a tenant behave as told, from the next request on; the same events are dropped and doubled every time. */
export const behaveUnderLoad = (tenant: Tenant, behaviour: LoadBehaviour): void => {
  const { service, workers = 1, freeze, statusDelay } = behaviour;
  const { seams, clock } = tenant;
  const doneAt = createFreeze(freeze);

  seams.serve = createQueue({ service, workers, doneAt, clock });
  seams.dispatch.send = faultySend({
    ...behaviour,
    doneAt,
    random: seededRandom('load'),
    send: seams.dispatch.send,
  });
  if (statusDelay !== undefined)
    seams.visibleInvocations = lateStatuses(statusDelay, seams.visibleInvocations);
};
