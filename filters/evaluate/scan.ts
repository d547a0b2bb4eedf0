import { isObject, type Value } from '../values/value.ts';
import { eachElement } from './elements.ts';
import { isDefiniteStep, type Link } from './links.ts';
import { accepts } from './predicate.ts';
import { type Context, descend } from './run.ts';

type Visit = (link: Link, model: Value, context: Context) => void;

/** `..`: gives a place and all below it to the step behind, those apart that cannot fit it. */
export const scan = (target: Link, model: Value, context: Context, visit: Visit): void => {
  if (!isObject(model) && !Array.isArray(model)) return;
  descend(context.run);
  if (isScanned(target, model, context)) {
    if (Array.isArray(model) && target.next !== undefined) scanElements(target.next, model, context, visit);
    else visit(target, model, context);
  }
  if (Array.isArray(model)) eachElement(model, (value) => scan(target, value, context, visit));
  else for (const name of Object.keys(model)) scan(target, model[name] ?? null, context, visit);
  context.run.depth--;
};

/** A list is not given to the step behind `..` but its elements to the step after that one. */
const scanElements = (link: Link, list: Value[], context: Context, visit: Visit): void => {
  eachElement(list, (value, index) => {
    link.index = index;
    visit(link, value, context);
  });
};

const isScanned = (target: Link, model: Value, context: Context): boolean => {
  const { step } = target;
  switch (step.kind) {
    case 'names':
      return (
        isObject(model) && (!isDefiniteStep(target) || step.names.every((name) => Object.hasOwn(model, name)))
      );
    case 'indexes':
    case 'slice':
      return Array.isArray(model);
    case 'wildcard':
      return true;
    case 'predicate':
      return accepts(step.test, model, context);
    default:
      return false;
  }
};
