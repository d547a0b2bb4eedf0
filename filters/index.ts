export { type CompileError, type CompileResult, compile, type FilterPath } from './compile.ts';
export { type Evaluation, evaluate, matches, type Reading, select } from './read.ts';
