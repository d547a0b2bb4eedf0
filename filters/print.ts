import type { Operand, PathSyntax, Step, Test } from './syntax.ts';

/**
 * Writes a tree as an expression that means the same. Literals and parameters of functions stay as they
 * were written; blanks, quotes of names and parentheses are made uniform.
 */
export const print = (tree: PathSyntax): string => {
  let text: string = tree.root;
  for (const [index, step] of tree.steps.entries()) text += printStep(step, text, tree.steps[index - 1]);

  // `$.size()[` ends in a name that is `)`; without the forgiven bracket there would be none.
  const [last, before] = [tree.steps.at(-1), tree.steps.at(-2)];
  const endsInParenthesis = last?.kind === 'names' && last.names[0] === ')' && isEmptyCall(before);
  return endsInParenthesis ? `${text}[` : text;
};

const printStep = (step: Step, before: string, previous: Step | undefined): string => {
  // What follows empty parentheses was read from their `)` on, and is written so.
  if (isEmptyCall(previous)) return afterEmptyCall(step);
  if (step.kind === 'scan') return '..';

  // A dot before every bracket that follows another: inside a predicate `][` would end the path at a blank.
  const dot = before.endsWith(']') ? '.' : '';
  switch (step.kind) {
    case 'wildcard':
      return before.endsWith('..') ? '*' : '.*';
    case 'indexes':
      return `${dot}[${step.indexes.join(',')}]`;
    case 'slice':
      return `${dot}[${step.from ?? ''}:${step.to ?? ''}]`;
    case 'predicate':
      return `${dot}[?(${printTest(step.test)})]`;
    case 'names':
      return printNames(step.names, step.quote, before);
    case 'call':
      return `${before.endsWith('..') ? '' : '.'}${printCall(step)}`;
  }
};

const isEmptyCall = (step: Step | undefined): boolean =>
  step?.kind === 'call' && step.parameters === undefined;

const afterEmptyCall = (step: Step): string => {
  if (step.kind === 'names') return (step.names[0] ?? '').slice(1);
  return step.kind === 'call' ? printCall({ ...step, name: step.name.slice(1) }) : '';
};

const printCall = ({ name, text }: Extract<Step, { kind: 'call' }>): string => name + text;

const printNames = (names: readonly string[], quote: '"' | "'", before: string): string => {
  const [name = ''] = names;
  if (names.length === 1 && /^[A-Za-z_][\w-]*$/.test(name)) return before.endsWith('..') ? name : `.${name}`;

  const quoted = names.map(
    (each) => quote + each.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote,
  );
  return `${before.endsWith(']') ? '.' : ''}[${quoted.join(',')}]`;
};

/** A test as it stands between the parentheses of `[?( )]`. */
export const printTest = (test: Test): string => {
  switch (test.kind) {
    case 'or':
    case 'and':
      return test.operands.map(printOperandTest).join(test.kind === 'or' ? ' || ' : ' && ');
    case 'not':
      return `!(${printTest(test.operand)})`;
    case 'exists':
      return `${test.expected ? '' : '!'}${print(test.path)}`;
    case 'comparison':
      return `${printOperand(test.left)} ${test.operator} ${printOperand(test.right)}`;
  }
};

const printOperandTest = (test: Test): string =>
  test.kind === 'or' || test.kind === 'and' ? `(${printTest(test)})` : printTest(test);

const printOperand = (operand: Operand): string => (operand.kind === 'path' ? print(operand) : operand.text);
