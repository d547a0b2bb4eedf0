import type { Explanation } from '../filters/index.ts';
import { exitCodeOf } from './outcome.ts';

type Compiled = Extract<Explanation, { compiles: true }>;

/** How many of several payloads match, and the exit code. */
export const summaryLines = (explanation: Compiled): readonly string[] => {
  const { counts, cases } = explanation;
  const parts = [
    `${counts.match} of ${cases.length} payloads match`,
    ...(counts['no match'] > 0
      ? [`${counts['no match']} ${counts['no match'] === 1 ? 'does' : 'do'} not`]
      : []),
    ...(counts.unknown > 0 ? [`${counts.unknown} cannot be told`] : []),
  ];

  return [
    `${parts.join(', ')}  (exit ${exitCodeOf(explanation)})`,
    ...(counts.match === cases.length
      ? ['All of them match: with events that should be left out among them, the filter is too loose.']
      : []),
  ];
};
