import type { Step } from '../syntax.ts';
import { isObject, property, type Value, type ValueObject } from '../values/value.ts';
import { callFunction } from './call.ts';
import { eachElement } from './elements.ts';
import { isDefiniteStep, isUpstreamDefinite, type Link } from './links.ts';
import { accepts } from './predicate.ts';
import { raises } from './raise.ts';
import { type Context, descend, spend } from './run.ts';
import { scan } from './scan.ts';

/** Applies a step, and all behind it, to a place of the document. */
export const visit = (link: Link, model: Value, context: Context): void => {
  descend(context.run);
  const { step } = link;
  switch (step.kind) {
    case 'root':
      pass(link, model, context);
      break;
    case 'names':
      visitNames(link, step.names, model, context);
      break;
    case 'wildcard':
      visitAll(link, model, context);
      break;
    case 'scan':
      if (link.next === undefined) throw raises.illegalState;
      scan(link.next, model, context, visit);
      break;
    case 'indexes':
    case 'slice':
      visitPositions(link, step, model, context);
      break;
    case 'predicate':
      visitAccepted(link, step, model, context);
      break;
    case 'call':
      context.results.push(callFunction(step.name, link, model, context));
      if (link.next !== undefined) visit(link.next, context.results.at(-1) ?? null, context);
      break;
  }
  context.run.depth--;
};

const pass = (link: Link, value: Value, context: Context): void => {
  if (link.next === undefined) context.results.push(value);
  else visit(link.next, value, context);
};

/** Whether a step that does not fit its place is passed over instead of ending the read. */
const isLenient = (link: Link, { options }: Context): boolean =>
  options.suppress || !isUpstreamDefinite(link);

const visitNames = (link: Link, names: readonly string[], model: Value, context: Context): void => {
  if (!isObject(model)) {
    if (isLenient(link, context)) return;
    throw raises.pathNotFound;
  }
  spend(context.run, names.length);
  if (names.length > 1 && link.next === undefined) mergeNames(names, model, context);
  else for (const name of names) visitName(link, name, model, context);
};

/** Several names at the end give one object with those that are there (path-union-002). */
const mergeNames = (names: readonly string[], model: ValueObject, context: Context): void => {
  const found = names.filter((name) => Object.hasOwn(model, name));
  if (found.length < names.length && context.options.requireProperties) throw raises.pathNotFound;
  context.results.push(Object.fromEntries(found.map((name) => [name, model[name] ?? null])));
};

const visitName = (link: Link, name: string, model: ValueObject, context: Context): void => {
  const value = property(model, name);
  const { suppress, requireProperties } = context.options;
  if (value === undefined) {
    const ignored =
      link.next === undefined
        ? suppress || !requireProperties
        : suppress || (!requireProperties && !(isUpstreamDefinite(link) && isDefiniteStep(link)));
    if (ignored) return;
    throw raises.pathNotFound;
  }
  if (link.next !== undefined) visit(link.next, value, context);
  else if (link.index === -1 || isLastIndexBeforeTail(link.index, context)) context.results.push(value);
};

/**
 * A name that a scan has reached through a list gives nothing from then on, unless the step before the
 * last is that very index: `$..*.name` loses results (FC-076).
 */
const isLastIndexBeforeTail = (index: number, { path }: Context): boolean => {
  const before = path.tail.previous?.step;
  if (before === undefined) throw raises.nullPointer;
  return before.kind === 'indexes' && before.indexes.length === 1 && before.indexes[0] === index;
};

const visitAll = (link: Link, model: Value, context: Context): void => {
  if (isObject(model)) {
    const names = Object.keys(model);
    spend(context.run, names.length);
    for (const name of names) visitName(link, name, model, context);
    return;
  }
  if (!Array.isArray(model)) return;

  const { depth } = context.run;
  for (let index = 0; index < model.length; index++) {
    try {
      visitPosition(link, index, model, context);
    } catch (error) {
      if (error !== raises.pathNotFound || context.options.requireProperties) throw error;
      context.run.depth = depth;
    }
  }
};

const visitPosition = (link: Link, index: number, list: Value[], context: Context): void => {
  const value = list[index < 0 ? list.length + index : index];
  if (value === undefined) return;
  if (link.next === undefined) {
    spend(context.run, 1);
    context.results.push(value);
    return;
  }

  const { depth } = context.run;
  try {
    visit(link.next, value, context);
  } catch (error) {
    // The library catches this around all that follows, so index(9) behind [0] finds nothing.
    if (error !== raises.indexOutOfBounds) throw error;
    context.run.depth = depth;
  }
};

type Positions = Extract<Step, { kind: 'indexes' | 'slice' }>;

const visitPositions = (link: Link, step: Positions, model: Value, context: Context): void => {
  if (!Array.isArray(model)) {
    if (isLenient(link, context)) return;
    throw raises.pathNotFound;
  }
  if (step.kind === 'indexes') {
    spend(context.run, step.indexes.length);
    for (const index of step.indexes) visitPosition(link, index, model, context);
    return;
  }

  const [start, end] = sliceBounds(step, model.length);
  for (let index = start; index < end; index++) visitPosition(link, index, model, context);
};

/** A negative start with an end is not counted from the end: it walks through zero (path-slice-047). */
const sliceBounds = ({ from, to }: Extract<Step, { kind: 'slice' }>, length: number): [number, number] => {
  if (to === undefined) return [Math.max(0, (from ?? 0) < 0 ? length + (from ?? 0) : (from ?? 0)), length];
  if (from === undefined) return [0, Math.min(length, to < 0 ? length + to : to)];
  return [Math.max(from, -length), Math.min(length, to)];
};

type Predicate = Extract<Step, { kind: 'predicate' }>;

/** An object is tested itself; of a list, each element (filter-root-034). */
const visitAccepted = (link: Link, step: Predicate, model: Value, context: Context): void => {
  if (isObject(model)) {
    if (accepts(step.test, model, context)) pass(link, model, context);
  } else if (Array.isArray(model)) {
    eachElement(model, (value, index) => {
      if (accepts(step.test, value, context)) visitPosition(link, index, model, context);
    });
  } else if (isUpstreamDefinite(link)) {
    throw raises.invalidPath;
  }
};
