import { parameterDefects } from '../../contracts/negatives/index.ts';
import { blameOf, clause, expect, test } from '../support/index.ts';

/** Beside what is wrong, the value that is just right. */
const parameters = [
  { name: 'limit', id: 'collections.limit.range', right: 250 },
  { name: 'offset', id: 'collections.offset.range', right: 0 },
  { name: 'count', id: 'collections.count.values', right: 'false' },
] as const;

for (const operation of ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'] as const) {
  for (const { name, id, right } of parameters) {
    test(
      `refuses what is wrong with the ${name} of ${operation}`,
      clause(id, { operation }),
      async ({ api, sample, target }) => {
        const defects = parameterDefects(operation, target.version).filter((defect) => defect.name === name);

        for (const { value } of sample(defects, 3)) {
          const refused = await api.call(operation, { query: { [name]: value } });

          expect(refused).toBeRefused(400, { cause: `${name}=${value}` });
        }
        expect(await api.call(operation, { query: { [name]: right } })).toHaveStatus(200, blameOf(operation));
      },
    );
  }
}
