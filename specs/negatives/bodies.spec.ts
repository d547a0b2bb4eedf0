import { type BodyDefect, bodyDefects, withDefect } from '../../contracts/negatives/index.ts';
import { blameOf, clause, expect, rightBodies, rightRequests, test } from '../support/index.ts';

const operations = Object.keys(rightBodies) as (keyof typeof rightBodies)[];
const levels = [
  { id: 'requests.invalid', isMeant: (defect: BodyDefect) => isEssential(defect), share: 3 },
  { id: 'requests.invalid.details', isMeant: (defect: BodyDefect) => !isEssential(defect), share: 6 },
] as const;

/** A mode that is left out is taken by tenants that consumers rely on. */
const isEssential = ({ place, kind, isEssential: essential }: BodyDefect): boolean =>
  essential && kind !== 'of another type' && !(kind === 'missing' && place === 'httpConfig.httpDispatchMode');

for (const operation of operations) {
  for (const { id, isMeant, share } of levels) {
    test(
      `refuses what is wrong ${id === 'requests.invalid' ? 'with' : 'with details of'} a body of ${operation}`,
      clause(id, { operation, needs: rightRequests[operation].needs }),
      async ({ api, awaiting, invocations, sample, subscriptions, target }) => {
        const right = await rightRequests[operation].prepare({ awaiting, invocations, subscriptions });
        const bodies = rightBodies[operation]({ subscriptions, right: right.body });
        const defects = sample(
          bodyDefects(operation, target.version).filter(isMeant).filter(isSafeFor(target.capabilities)),
          share,
        );

        for (const defect of defects) {
          const body = bodies.map((each) => withDefect(each, defect)).find((each) => each !== undefined);
          const refused = await api.call(operation, { ...right, body });

          expect(refused).toBeRefused(400, { cause: told(defect) });
        }
        expect(await api.call(operation, right)).toHaveStatus(
          rightRequests[operation].status,
          blameOf(operation),
        );
      },
    );
  }
}

const told = ({ place, kind }: BodyDefect): string => `${place || 'the body'} is ${kind}`;

/** Without these a tenant that takes what is wrong would let a subscription live, or send an event to everybody. */
const isSafeFor =
  (capabilities: ReadonlySet<string>) =>
  ({ place }: BodyDefect): boolean =>
    (capabilities.has('enabled') || (place !== 'enabled' && place !== '')) &&
    (capabilities.has('broadcast') || !place.startsWith('subscriptionIds'));
