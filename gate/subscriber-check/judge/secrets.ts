import type { CheckCredentials } from '../credentials.ts';
import type { Fault } from './fault.ts';

type Named = CheckCredentials['secrets'][number];

/** Shorter ones stand anywhere by chance. */
const tellingLength = 6;

/** Secrets that stand where a subscriber should not put them. Only their names are told. */
export const secretFaults = (
  places: readonly Readonly<{ where: string; text: string }>[],
  secrets: readonly Named[],
): readonly Fault[] =>
  secrets.flatMap(({ name, value }) =>
    places
      .filter(({ text }) => value.length >= tellingLength && holds(text, value))
      .map(({ where }) => ({
        promise: 'secrets.kept' as const,
        expected: 'no secret',
        seen: `${name} stands in ${where}`,
      })),
  );

/** As it is, or as JSON writes it. */
const holds = (text: string, value: string): boolean =>
  text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1));
