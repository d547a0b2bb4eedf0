import { anyObject, dateTime, object, oneOfThese, orNull, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const healthCheck = object({ message: text, resultType: text, status: oneOfThese('Succeeded', 'Failed') });

export const vaClusterStatusChange = fireAndForget({
  id: 'idn:va-cluster-status-change',
  name: 'VA Cluster Status Change',
  description: 'The health of a virtual appliance cluster, or of a source behind it, changed.',
  inputSchema: object({
    created: dateTime,
    type: oneOfThese('SOURCE', 'CLUSTER'),
    application: object({ id: text, name: text, attributes: orNull(anyObject) }),
    healthCheckResult: healthCheck,
    previousHealthCheckResult: healthCheck,
  }),
  sampleInput: {
    created: '2026-03-08T02:11:07.615Z',
    type: 'CLUSTER',
    application: { id: 'a4f7098ce1b54d23b6c8e9f05d27a190', name: 'Quay Four Appliances', attributes: null },
    healthCheckResult: {
      message: 'No appliance of the cluster answered for five minutes',
      resultType: 'CLUSTER_STATUS',
      status: 'Failed',
    },
    previousHealthCheckResult: {
      message: 'All appliances answered',
      resultType: 'CLUSTER_STATUS',
      status: 'Succeeded',
    },
  },
});
