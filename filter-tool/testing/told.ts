import { explain } from '../../filters/index.ts';
import { evaluationText } from '../evaluation-text.ts';
import { explanationJson } from '../explanation-json.ts';
import { explanationText } from '../explanation-text.ts';
import { exitCodeOf } from '../outcome.ts';

export type Told = Readonly<{ exitCode: number; text: string; evaluation: string; json: unknown }>;

/** What the command says of a filter on payloads, in each of its forms. */
export const told = (expression: string, ...values: readonly unknown[]): Told => {
  const payloads = values.map((value, index) => ({ name: `event-${index + 1}.json`, value }));
  const explanation = explain(expression, ...values);
  const exitCode = exitCodeOf(explanation);

  return {
    exitCode,
    text: explanationText(explanation, payloads),
    evaluation: evaluationText(explanation, payloads),
    json: JSON.parse(explanationJson(explanation, payloads, exitCode)),
  };
};
