import { isScalar } from 'yaml';
import { membersOf, type Reading, resolved } from '../../config/yaml-nodes.ts';

type Members<Key extends string> = Partial<Record<Key, unknown>>;

/** Reads values of a file of limits; what is wrong is noted with its line, and NaN stands in for it. */
export const createSloReader = (reading: Reading) => {
  const value = (node: unknown): unknown => {
    const scalar = resolved(reading, node);

    return isScalar(scalar) ? scalar.value : undefined;
  };
  const wrong = (node: unknown, message: string): number => {
    if (node !== undefined) reading.wrong(reading.lineOf(node), message);

    return Number.NaN;
  };

  return {
    /** The members of a map, every one of them or those that are there. An absent map was noted where it should stand. */
    map: <Key extends string>(
      node: unknown,
      what: string,
      keys: readonly Key[],
      { needed = true } = {},
    ): Members<Key> => {
      const none: Members<Key> = {};
      if (node === undefined) return none;
      const line = reading.lineOf(node);
      const members = membersOf(reading, node, { keys, what, line });
      if (!members) return none;
      for (const key of needed ? keys : [])
        if (members[key] === undefined) reading.wrong(line, `${what} lacks ${key}.`);

      return members;
    },
    /** In ms: `500ms`, `2s`, `1m`. */
    duration: (node: unknown, what: string): number => {
      const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(String(value(node))) ?? [];

      return number === undefined
        ? wrong(node, `${what} is no duration: write it as 500ms, 2s or 1m.`)
        : Number(number) * (unitMs[unit] ?? Number.NaN);
    },
    /** From 0 to 1: `0.1%`. */
    share: (node: unknown, what: string): number => {
      const [, number] = /^(\d+(?:\.\d+)?) ?%$/.exec(String(value(node))) ?? [];

      return number === undefined || Number(number) > 100
        ? wrong(node, `${what} is no share: write it as 0.1%, from 0% to 100%.`)
        : Number(number) / 100;
    },
    ratio: (node: unknown, what: string): number => {
      const ratio = value(node);

      return typeof ratio === 'number' && ratio > 0 ? ratio : wrong(node, `${what} is no number above 0.`);
    },
  };
};

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };
