import { isSameStep } from '../compare.ts';
import { quantileText, rateText } from '../words.ts';
import type { Against } from './against.ts';

export const againstHeads = ['target/s', 'p95 s before', 'p95 s now', 'p99 s before', 'p99 s now'] as const;

/** A row for each rate that both were driven at, in the words of every table. */
export const againstRows = ({ before, now }: Against): readonly (readonly string[])[] =>
  before.steps.flatMap((one) => {
    const other = now.steps.find((each) => isSameStep(one, each));

    return other === undefined
      ? []
      : [[rateText(one.targetRate), ...[one.p95, other.p95, one.p99, other.p99].map(quantileText)]];
  });
