import { explain } from '../filters/index.ts';
import { checkText } from './check-text.ts';
import { evaluationText } from './evaluation-text.ts';
import { explanationJson } from './explanation-json.ts';
import { explanationText } from './explanation-text.ts';
import { exitCodeOf } from './outcome.ts';
import { paintedVerdicts } from './paint.ts';
import { type PayloadOptions, type PayloadPlace, readPayloads } from './read-payloads.ts';

/** Where a command writes. */
export type Output = Readonly<{ print: (text: string) => void; colour: boolean }>;

type JsonOption = Readonly<{ json?: boolean }>;

/** `filter check`: 0 where the expression compiles, else 1. */
export const checkFilter = (expression: string, { json }: JsonOption, { print, colour }: Output): 0 | 1 => {
  const explanation = explain(expression);
  const exitCode = explanation.compiles ? 0 : 1;
  print(json ? explanationJson(explanation, [], exitCode) : painted(checkText(explanation), colour));

  return exitCode;
};

/** `filter eval` and `filter explain`: the exit code of `exitCodeOf`. A UsageError says which input is wrong. */
const askFilter =
  (text: typeof explanationText) =>
  async (
    expression: string,
    options: PayloadOptions & JsonOption,
    place: PayloadPlace & Output,
  ): Promise<0 | 1 | 2> => {
    const payloads = await readPayloads(options, place);
    const explanation = explain(expression, ...payloads.map(({ value }) => value));
    const exitCode = exitCodeOf(explanation);
    place.print(
      options.json
        ? explanationJson(explanation, payloads, exitCode)
        : painted(text(explanation, payloads), place.colour),
    );

    return exitCode;
  };

export const evaluateFilter = askFilter(evaluationText);

export const explainFilter = askFilter(explanationText);

const painted = (text: string, colour: boolean): string => (colour ? paintedVerdicts(text) : text);
