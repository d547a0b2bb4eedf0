import { clause, exhaust, expect, harmless, operationIds, test } from '../support/index.ts';

for (const operation of operationIds) {
  test(
    `answers ${operation} beyond the quota with 429`,
    clause('quota.limit', {
      operation,
      needs: ['quota', ...harmless[operation].needs],
    }),
    async ({ limited }) => {
      const request = harmless[operation].request(limited.target);

      const answer = await exhaust(limited, operation, request);

      expect(answer).toHaveStatus(429);
    },
  );
}

test(
  'says in whole seconds how long to wait',
  clause('quota.retry-after', { operation: 'listTriggers', needs: ['quota'] }),
  async ({ limited }) => {
    const answer = await exhaust(limited, 'listTriggers');

    expect(answer).toHaveStatus(429);
    expect(answer).toKeep(wholeSeconds(answer.headers['retry-after']));
  },
);

test(
  'serves a client that has waited as long as Retry-After says',
  clause('quota.retry-after.sufficient', {
    needs: ['quota'],
  }),
  async ({ limited }) => {
    const refused = await exhaust(limited, 'listTriggers');
    expect(refused).toHaveStatus(429, { clause: 'quota.limit' });

    await limited.target.sleep(1000 * Number(refused.headers['retry-after'] ?? 1));
    const served = await limited.api.listTriggers({ limit: 1 }, { patience: 'none' });

    expect(served).toHaveStatus(200);
  },
);

test(
  'does not use up the quota of another client',
  clause('quota.per-client', { needs: ['quota', 'readonly'] }),
  async ({ limited }) => {
    const refused = await exhaust(limited, 'listTriggers');
    const other = await limited.api.listTriggers({ limit: 1 }, { as: 'readonly', patience: 'none' });

    expect(refused).toHaveStatus(429, { clause: 'quota.limit' });
    expect(other).toHaveStatus(200);
  },
);

test(
  'does not use up the quota of another version',
  clause('quota.per-version', { needs: ['quota'] }),
  async ({ limited, apiVersion }) => {
    const refused = await exhaust(limited, 'listTriggers');
    const version = apiVersion === 'beta' ? 'v2024' : 'beta';
    const other = await limited.api.listTriggers({ limit: 1 }, { version, patience: 'none' });

    expect(refused).toHaveStatus(429, { clause: 'quota.limit' });
    expect(other).toKeep({
      holds: other.status !== 429,
      expected: 'any answer but 429',
      seen: `${other.status}`,
    });
  },
);

const wholeSeconds = (value: string | undefined) => ({
  holds: /^\d+$/.test(value ?? ''),
  expected: 'Retry-After in whole seconds',
  seen: value ?? 'no Retry-After',
});
