import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Where ids, secrets and chances come from; seeded for runs that are to be repeated. */
export type Random = Readonly<{
  uuid: () => string;
  /** 32 lowercase hexadecimal digits. */
  hex: () => string;
  /** From 0 up to, but not including, 1. */
  number: () => number;
}>;

export const systemRandom = (): Random => ({
  uuid: randomUUID,
  hex: () => randomUUID().replaceAll('-', ''),
  number: () => randomBytes(4).readUInt32BE() / 2 ** 32,
});

/** The same values in the same order for the same seed. */
export const seededRandom = (seed: string | number): Random => {
  let drawn = 0;
  const draw = (): string => {
    drawn += 1;

    return createHash('sha256').update(`${seed}:${drawn}`).digest('hex');
  };

  return {
    uuid: () => asUuid(draw()),
    hex: () => draw().slice(0, 32),
    number: () => Number.parseInt(draw().slice(0, 8), 16) / 2 ** 32,
  };
};

/** A version 4 UUID made of the first hexadecimal digits. */
const asUuid = (hex: string): string =>
  [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
