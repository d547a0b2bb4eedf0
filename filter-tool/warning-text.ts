import { compile, type Note, type Span, type Test } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { underlined } from './caret.ts';

/** What holds of an expression whatever the payload, each with the place that it is about. */
export const warningLines = (expression: string, warnings: readonly Note[]): readonly string[] =>
  warnings.flatMap(({ text, at }) => [
    `WARNING  ${visible(text)}`,
    ...(at === undefined ? [] : underlined(expression, [{ span: partAt(expression, at), text: '' }])),
  ]);

/** Expressions that arrive with the quotes of a shell that does not know them. */
export const shellNotes = (expression: string): readonly string[] =>
  /^(['"]).*\1$/s.test(expression)
    ? [
        `WARNING  the ${expression[0]} around the expression arrived as a part of it: some shells know one kind of quotes only`,
      ]
    : [];

/** The comparison or bare path that begins at a place, or the one character there. */
const partAt = (expression: string, at: number): Span => {
  const compiled = compile(expression);
  const steps = compiled.ok ? compiled.path.tree.steps : [];
  const spans = steps.flatMap((step) => (step.kind === 'predicate' ? leafSpans(step.test) : []));

  return spans.find(([start]) => start === at) ?? [at, at + 1];
};

const leafSpans = (test: Test): readonly Span[] => {
  switch (test.kind) {
    case 'not':
      return leafSpans(test.operand);
    case 'and':
    case 'or':
      return test.operands.flatMap(leafSpans);
    default:
      return [test.span];
  }
};
