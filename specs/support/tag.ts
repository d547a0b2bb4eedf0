/** The tag by which `--clause` and `--operation` choose specs. */
export const tagOf = (kind: 'clause' | 'operation', value: string): string => `@${kind}:${value}`;
