import { applyPatch, type Operation } from 'rfc6902';
import { type Problem, type Reading, read, refuse } from '../call.ts';

/** One operation of a JSON Patch, once it was validated. */
export type PatchOperation = Readonly<{ op: string; path: string; from?: string; value?: unknown }>;

/** The members that a patch may touch. */
const patchable: readonly string[] = [
  'name',
  'description',
  'enabled',
  'type',
  'filter',
  'responseDeadline',
  'httpConfig',
  'eventBridgeConfig',
  'workflowConfig',
];

type Need = 'value' | 'from';

/** The documented operations (`test` is none of them), and what each needs beside its path. */
const needs: Readonly<Record<string, Need | undefined>> = {
  add: 'value',
  replace: 'value',
  remove: undefined,
  move: 'from',
  copy: 'from',
};

/** What is wrong with a list of operations before it is applied. */
export const patchProblems = (body: unknown): readonly Problem[] =>
  Array.isArray(body)
    ? body.flatMap(operationProblems)
    : [{ field: 'body', text: 'a list of operations is expected' }];

/** Applies all operations to a copy of the document, or none at all (RFC 6902, section 5). */
export const patchDocument = (document: object, operations: readonly PatchOperation[]): Reading<object> => {
  const copy = structuredClone(document);
  try {
    const failed = applyPatch(copy, operations as Operation[]).findIndex((error) => error !== null);
    if (failed < 0) return read(copy);

    return refuse(`[${failed}].path`, `${operations[failed]?.path} is not there`);
  } catch {
    return refuse('path', 'leads through a value that has no members');
  }
};

const operationProblems = (operation: unknown, index: number): readonly Problem[] => {
  const problem = (member: string, text: string): readonly Problem[] => [
    { field: `[${index}].${member}`, text },
  ];
  if (typeof operation !== 'object' || operation === null) {
    return [{ field: `[${index}]`, text: 'an operation is expected' }];
  }

  const { op, path, from } = operation as Partial<Record<keyof PatchOperation, unknown>>;
  if (typeof op !== 'string' || !Object.hasOwn(needs, op))
    return problem('op', `${String(op)} is not supported`);
  if (!isPatchable(path)) return problem('path', `${String(path)} is not patchable`);
  const need = needs[op];
  if (need && !Object.hasOwn(operation, need)) return problem(need, `is required for ${op}`);
  if (need === 'from' && !isPatchable(from)) return problem('from', `${String(from)} is not patchable`);

  return [];
};

const isPatchable = (pointer: unknown): boolean => {
  if (typeof pointer !== 'string') return false;
  const [root, first, ...rest] = pointer.split('/');

  return root === '' && first !== undefined && patchable.includes(first) && !rest.some(isReserved);
};

/** Names that reach beyond the document, which no member of a subscription has. */
const isReserved = (token: string): boolean => ['__proto__', 'constructor', 'prototype'].includes(token);
