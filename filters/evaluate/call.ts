import { parseLenientJson } from '../json/lenient.ts';
import { isObject, type Value } from '../values/value.ts';
import { functions } from './functions.ts';
import { type Link, type LinkParameter, looseWildcard } from './links.ts';
import { raises } from './raise.ts';
import type { Context } from './run.ts';

/** Calls the function of a step on the place that the path has reached. */
export const callFunction = (name: string, link: Link, model: Value, context: Context): Value => {
  const isLength = name === 'length' || name === 'size';
  if (!isLength && !Object.hasOwn(functions, name)) throw raises.invalidPath;

  const parameters = link.parameters ?? [];
  for (const parameter of parameters) readParameter(parameter, context);
  const result = isLength
    ? length(model, parameters, context)
    : (functions[name] ?? unknown)(model, () => parameters.map(parameterValue), context.run);
  dropWildcard(parameters[0]);
  return result;
};

const unknown = (): Value => {
  throw raises.invalidPath;
};

/** A path is read before the call, on the document; its first result is kept while nothing has changed. */
const readParameter = (parameter: LinkParameter, { run, options, document, read }: Context): void => {
  if (parameter.path === undefined) return;

  const result = read(run, parameter.path, document, document, options);
  const { seen } = parameter;
  if (seen === undefined || seen.options !== options || seen.changes !== run.changes) {
    parameter.seen = { result, options, changes: run.changes };
  }
};

const parameterValue = (parameter: LinkParameter): Value => {
  if (parameter.path !== undefined) return parameter.seen?.result ?? null;
  const value = parseLenientJson(parameter.json ?? '');
  if (value === undefined) throw raises.invalidJson;
  return value;
};

/**
 * length() and size(). With a path as parameter, a `*` is hung behind that path and it is read on the
 * place itself; if that is a list its length counts, else the place's own.
 */
const length = (model: Value, parameters: readonly LinkParameter[], context: Context): Value => {
  const [first] = parameters;
  if (first !== undefined) {
    const inner = childrenOf(first, model, context);
    if (Array.isArray(inner)) return inner.length;
  }
  if (Array.isArray(model)) return model.length;
  return isObject(model) ? Object.keys(model).length : null;
};

const childrenOf = ({ path }: LinkParameter, model: Value, context: Context): Value => {
  if (path === undefined) throw raises.nullPointer;
  if (!path.isFunction) {
    let last = path.head.next;
    while (last?.next !== undefined) last = last.next;
    if (last !== undefined) last.next = looseWildcard();
  }
  return context.read(context.run, path, model, model, context.options);
};

/** Afterwards the first `*` behind the first step goes, be it the one that was hung there or the user's own. */
const dropWildcard = (parameter: LinkParameter | undefined): void => {
  if (parameter?.path === undefined || parameter.path.isFunction) return;

  let link = parameter.path.head.next;
  while (link?.next !== undefined) {
    if (link.next.step.kind === 'wildcard') {
      link.next = link.next.next;
      return;
    }
    link = link.next;
  }
};
