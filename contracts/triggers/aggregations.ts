import { array, count, dateTime, object, oneOfThese, orNull, reference, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const aggregation = object({
  source: reference('SOURCE'),
  status: oneOfThese('Success', 'Failed', 'Terminated'),
  started: dateTime,
  completed: dateTime,
  errors: orNull(array(text)),
  warnings: orNull(array(text)),
  stats: object({ scanned: count, unchanged: count, changed: count, added: count, removed: count }),
});

const source = { type: 'SOURCE', id: '4ad0e8b7193c4f62857be16f0c9d2a20', name: 'Harbour Directory' };

export const accountAggregationCompleted = fireAndForget({
  id: 'idn:account-aggregation-completed',
  name: 'Account Aggregation Completed',
  description: 'An account aggregation of a source ended, well, badly or by being stopped.',
  inputSchema: aggregation,
  sampleInput: {
    source,
    status: 'Success',
    started: '2026-03-02T04:00:00.125Z',
    completed: '2026-03-02T04:06:41.870Z',
    errors: null,
    warnings: ['Two accounts have no employee number'],
    stats: { scanned: 418, unchanged: 401, changed: 9, added: 6, removed: 2 },
  },
});

export const aggregationAccountsCollected = fireAndForget({
  id: 'idn:aggregation-accounts-collected',
  name: 'Accounts Collected for Aggregation',
  description: 'The accounts of a source were read; nothing was correlated or changed yet.',
  inputSchema: aggregation,
  sampleInput: {
    source,
    status: 'Failed',
    started: '2026-03-03T04:00:00.098Z',
    completed: '2026-03-03T04:00:31.402Z',
    errors: ['The directory closed the connection after 120 accounts'],
    warnings: null,
    stats: { scanned: 120, unchanged: 120, changed: 0, added: 0, removed: 0 },
  },
});
