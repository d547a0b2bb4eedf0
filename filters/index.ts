export { type CompileError, type CompileResult, compile, type FilterPath } from './compile.ts';
export { explain } from './explain/explain.ts';
export type {
  Absence,
  Case,
  Dialect,
  Explanation,
  Finding,
  Note,
  Readings,
  Seen,
  Verdict,
} from './explain/types.ts';
export { FilterLimitError, PatternNotJudgedError } from './limits.ts';
export { print } from './print.ts';
export { type Evaluation, evaluate, matches, type Reading, select } from './read.ts';
export type { Answer as ShapeAnswer } from './shape/answer.ts';
export { judgeShape } from './shape/judge-shape.ts';
export { heldByAbsence } from './shape/may-be-absent.ts';
export { shapeOfSchema, shapeOfValue } from './shape/read-shape.ts';
export { objectOf, type Shape, union } from './shape/shape.ts';
export type { Literal, Operand, Operator, PathSyntax, Span, Step, Test } from './syntax.ts';
