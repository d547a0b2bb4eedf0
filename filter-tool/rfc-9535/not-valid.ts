import type { FilterPath, Operand, PathSyntax, Step, Test } from '../../filters/index.ts';

/** What makes an expression that a tenant reads no expression of RFC 9535; undefined where it is one. */
export const notValid = ({ expression, tree }: FilterPath): string | undefined => {
  if (!expression.startsWith('$')) return 'a path begins with $ there';
  if (/\s$/.test(expression)) return 'no blank may follow the path there';

  return pathProblem(tree, expression);
};

const pathProblem = ({ steps }: PathSyntax, expression: string): string | undefined =>
  first(steps, (step) => stepProblem(step, expression));

const stepProblem = (step: Step, expression: string): string | undefined => {
  const source = expression.slice(...step.span).replace(/^[.\s]+/, '');
  switch (step.kind) {
    case 'names':
      return source.startsWith('[') || /^[\p{L}_\u0080-\uffff][\w\u0080-\uffff]*$/u.test(source)
        ? undefined
        : `the name ${source} stands in brackets and quotes there`;
    case 'call':
      return `it has no function ${step.name}( ) at that place`;
    case 'predicate':
      return testProblem(step.test, expression);
    default:
      return undefined;
  }
};

const operators = ['==', '!=', '<', '<=', '>', '>='];

const testProblem = (test: Test, expression: string): string | undefined => {
  switch (test.kind) {
    case 'not':
      return testProblem(test.operand, expression);
    case 'and':
    case 'or':
      return first(test.operands, (operand) => testProblem(operand, expression));
    case 'exists':
      return pathProblem(test.path, expression);
    case 'comparison':
      if (!operators.includes(test.operator)) return `it has no operator ${test.operator}`;
      return first([test.left, test.right], (side) => operandProblem(side, expression));
  }
};

const operandProblem = (operand: Operand, expression: string): string | undefined => {
  switch (operand.kind) {
    case 'path':
      return operand.steps.every(isSingular)
        ? pathProblem(operand, expression)
        : 'a path that may give several values is not compared there';
    case 'number':
      return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(operand.text)
        ? undefined
        : `it has no number ${operand.text}`;
    case 'json':
    case 'pattern':
      return 'it has no list, object or pattern as a literal';
    default:
      return undefined;
  }
};

const isSingular = (step: Step): boolean =>
  (step.kind === 'names' && step.names.length === 1) ||
  (step.kind === 'indexes' && step.indexes.length === 1) ||
  step.kind === 'call';

const first = <T>(items: readonly T[], problem: (item: T) => string | undefined): string | undefined => {
  for (const item of items) {
    const found = problem(item);
    if (found !== undefined) return found;
  }

  return undefined;
};
