import { nearest } from '../config/nearest.ts';
import { clauses } from '../contracts/clauses/index.ts';
import { operationIds } from '../contracts/operations.ts';
import { tagOf } from '../specs/support/tag.ts';
import { type GateOptions, UsageError } from './gate-options.ts';

export type Selection = Readonly<{
  /** Tags that a spec has to have, all of them. */
  tags: readonly string[];
  /** As typed, for the report; absent where everything is judged. */
  typed: string | undefined;
}>;

/** Which specs the options choose. Throws UsageError for a clause or an operation that does not exist. */
export const selectionOf = ({ smoke, clause, operation }: GateOptions): Selection => {
  const chosen = [
    ...(smoke ? [{ tag: '@smoke', typed: '--smoke' }] : []),
    ...choice('clause', clause, Object.keys(clauses)),
    ...choice('operation', operation, [...operationIds, 'requestToken']),
  ];

  return {
    tags: chosen.flatMap(({ tag }) => tag ?? []),
    typed: chosen.length > 0 ? chosen.map(({ typed }) => typed).join(' ') : undefined,
  };
};

/**
 * The specs of a clause, by their tags. What is judged at every exchange has no specs of its own: all of them judge
 * it, and the short run is where to begin.
 */
export const tagsOfClause = (id: string): readonly string[] =>
  isJudgedEverywhere(id) ? ['@smoke'] : [tagOf('clause', id)];

const isJudgedEverywhere = (id: string): boolean =>
  id.startsWith('exchange.') && id !== 'exchange.internal-error';

const choice = (kind: 'clause' | 'operation', value: string | undefined, known: readonly string[]) => {
  if (value === undefined) return [];
  if (!known.includes(value)) {
    const near = nearest(value, known);
    throw new UsageError(
      `There is no ${kind} ${value}.${near ? ` Did you mean ${near}?` : ''} docs/clauses.md lists them all.`,
    );
  }

  return [{ tag: isJudgedEverywhere(value) ? undefined : tagOf(kind, value), typed: `--${kind} ${value}` }];
};
