/** Limits far above real use. What exceeds them ends in FilterLimitError, never in a hang or an overflow. */
export const limits = {
  /** UTF-16 units of an expression. */
  expressionLength: 20_000,
  /** Filters, parentheses and function parameters inside each other. */
  nesting: 100,
  /** Steps and levels of a document that are walked inside each other. */
  depth: 1_200,
  /** Places visited, list entries compared and units of text made by one read. */
  work: 5_000_000,
} as const;

/** An expression or a document goes beyond the limits of this module. */
export class FilterLimitError extends Error {
  override readonly name = 'FilterLimitError';
}

/** A pattern has no linear-time equivalent with Java's meaning: neither "matches" nor "does not match" is known. */
export class PatternNotJudgedError extends Error {
  override readonly name = 'PatternNotJudgedError';
}

/** Node's own overflow, from a caller that was already deep or from input just below the limits. */
export const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && error.message.includes('call stack');
