import { print, printTest } from '../print.ts';
import type { Comparison, Operand } from '../syntax.ts';
import { type Answer, always, negated, never, varies } from './answer.ts';
import { anything, type Kind, listOf, objectOf, type Shape, scalar } from './shape.ts';

/** What stands on a side of a comparison, and how to name it. */
export type Side = Readonly<{ operand: Operand; shape: Shape; missing: string | undefined }>;

/** What a comparison gives where its sides are of these shapes, in the default reading. */
export const compareShapes = (leaf: Comparison, left: Side, right: Side): Answer => {
  const gone = [left, right].find(isAbsent);
  if (gone) return withAbsent(leaf, gone);
  if (left.shape.any || right.shape.any) return varies;

  return (rules[leaf.operator] ?? (() => varies))(leaf, left, right);
};

const isAbsent = ({ shape }: Side): boolean =>
  !shape.any && shape.kinds.size === 1 && shape.kinds.has('absent');

const withAbsent = (leaf: Comparison, { missing = 'a path is absent' }: Side): Answer =>
  ['!=', '!==', 'nin'].includes(leaf.operator)
    ? always(`${missing}, and absent is different from everything`)
    : never(missing);

type Rule = (leaf: Comparison, left: Side, right: Side) => Answer;

const equal: Rule = (leaf, left, right) => {
  const known = left.shape.texts && right.shape.texts;
  const texts = right.shape.texts ?? [];
  const pairs = kindsOf(left).flatMap((one) => kindsOf(right).map((other) => [one, other] as const));
  if (!pairs.some(([one, other]) => mayBeEqual(one, other)))
    return never(`${told(left)} is never equal to ${told(right)}`);
  if (
    known &&
    kindsOf(left).every((kind) => kind === 'string' || kind === 'absent') &&
    kindsOf(right).every((kind) => kind === 'string') &&
    !texts.some((text) => left.shape.texts?.includes(text))
  )
    return never(
      `${shownOperand(left.operand)} is one of ${left.shape.texts?.join(', ')}: ${printTest(leaf)} holds for none`,
    );

  return varies;
};

const mayBeEqual = (one: Kind, other: Kind): boolean => {
  if (one === 'absent' || other === 'absent') return false;
  if (one === other) return true;
  const pair = new Set([one, other]);

  // A numeric text equals the number; lists and objects are compared by rules of their own.
  return (pair.has('string') && pair.has('number')) || pair.has('list') || pair.has('object');
};

const ordered: Rule = (_, left, right) => {
  const fits = (['number', 'string'] as const).some(
    (kind) => left.shape.kinds.has(kind) && right.shape.kinds.has(kind),
  );

  return fits ? varies : never(`${told(left)} and ${told(right)} have no order`);
};

const ofLists: Rule = (leaf, left) =>
  left.shape.kinds.has('list')
    ? varies
    : never(`${leaf.operator} is for lists, and ${told(left)} is none; a single value is asked with in`);

const rules: Readonly<Partial<Record<Comparison['operator'], Rule>>> = {
  '==': equal,
  '===': equal,
  '!=': (...parts) => negated(equal(...parts)),
  '!==': (...parts) => negated(equal(...parts)),
  '<': ordered,
  '<=': ordered,
  '>': ordered,
  '>=': ordered,
  anyof: ofLists,
  subsetof: ofLists,
  noneof: ofLists,
};

const kindsOf = ({ shape }: Side): readonly Kind[] => [...shape.kinds];

const told = ({ operand, shape }: Side): string => {
  const kinds = [...shape.kinds].filter((kind) => kind !== 'absent');

  return operand.kind === 'path'
    ? `${shownOperand(operand)} (${kinds.join(' or ')})`
    : `the ${operand.kind} ${operand.text}`;
};

const shownOperand = (operand: Operand): string => (operand.kind === 'path' ? print(operand) : operand.text);

/** The shape of a literal; undefined where it is compared by rules of its own. */
export const shapeOfLiteral = (operand: Exclude<Operand, { kind: 'path' }>): Shape | undefined => {
  if (operand.kind === 'string') return scalar('string', [operand.value]);
  if (operand.kind === 'number' || operand.kind === 'boolean' || operand.kind === 'null')
    return scalar(operand.kind);
  if (operand.kind !== 'json') return undefined;

  return operand.text.startsWith('[') ? listOf(anything) : objectOf(new Map(), true);
};
