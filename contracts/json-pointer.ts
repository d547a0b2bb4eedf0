/** One reference token of a JSON pointer, escaped (RFC 6901, section 3). */
export const escapeToken = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

/** What a JSON pointer (`/paths/~1triggers`) leads to, or undefined where it leads nowhere. */
export const resolvePointer = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (at, token) => (isContainer(at) && Object.hasOwn(at, token) ? at[token] : undefined),
      value,
    );

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
