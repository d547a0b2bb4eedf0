import { compile, type Explanation } from '../filters/index.ts';
import type { Payload } from './payload.ts';
import { toldCase } from './told-case.ts';

/** An explanation for programs; `payload` names the one that a case is about. */
export const explanationJson = (
  explanation: Explanation,
  payloads: readonly Payload[],
  exitCode: number,
): string => {
  const compiled = compile(explanation.expression);
  const named =
    explanation.compiles && compiled.ok
      ? {
          ...explanation,
          cases: explanation.cases.map((each, index) => ({
            payload: payloads[index]?.name ?? '',
            ...toldCase(compiled.path, each, payloads[index]?.value),
          })),
        }
      : explanation;

  return `${harmless({ schemaVersion: 1, exitCode, ...named })}\n`;
};

/** JSON in which control, format and line-separating characters are written as escapes, as terminals need it. */
const harmless = (value: unknown): string =>
  serialised(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\n'
      ? character
      : [...Array(character.length).keys()]
          .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
          .join(''),
  );

/** What is nested too deeply for JSON.stringify is left out, and said to be. */
const serialised = (value: unknown): string => {
  try {
    return JSON.stringify(value, undefined, 2);
  } catch {
    return JSON.stringify(
      value,
      (key, each) => (key === 'value' || key === 'values' ? 'nested too deeply to be shown' : each),
      2,
    );
  }
};
