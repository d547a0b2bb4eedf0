import { charSet } from './char-set.ts';
import type { Regex } from './syntax.ts';

const lineBreak: Regex = {
  kind: 'choice',
  parts: [
    {
      kind: 'sequence',
      parts: [
        { kind: 'set', set: charSet([13, 13]) },
        { kind: 'set', set: charSet([10, 10]) },
      ],
    },
    { kind: 'set', set: charSet([10, 13], [0x85, 0x85], [0x2028, 0x2029]) },
  ],
};

/** Escapes that stand outside classes only. */
export const fixedEscapes: Readonly<Record<string, Regex>> = {
  A: { kind: 'start' },
  z: { kind: 'absoluteEnd' },
  Z: { kind: 'end' },
  b: { kind: 'boundary' },
  B: { kind: 'noBoundary' },
  G: { kind: 'start' },
  R: lineBreak,
  X: { kind: 'unjudged', what: '\\X' },
};
