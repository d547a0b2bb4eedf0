import { grouped } from '../grouped.ts';
import type { SpecResult } from './report.ts';

/** What stopped the specs that could not judge, and which, the most frequent cause first. */
export const causes = (
  specs: readonly SpecResult[],
): readonly (readonly [cause: string, stopped: readonly SpecResult[]])[] =>
  [
    ...grouped(
      specs.filter(({ outcome }) => outcome === 'error'),
      ({ error }) => error ?? 'no reason was given',
    ),
  ].sort(([, a], [, b]) => b.length - a.length);
