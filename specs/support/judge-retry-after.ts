import type { Answer } from './answer.ts';
import type { Finding } from './judge.ts';

/** A 429 says in whole seconds how long to wait, whoever used up the quota. */
export const judgeRetryAfter = ({ status, headers }: Answer): readonly Finding[] => {
  if (status !== 429) return [];
  const value = headers['retry-after'];

  return value !== undefined && /^\d+$/.test(value.trim())
    ? []
    : [
        {
          clause: 'quota.retry-after',
          expected: 'Retry-After in whole seconds',
          seen: value ?? 'no Retry-After',
        },
      ];
};
