import { print } from '../print.ts';
import type { Comparison, Test } from '../syntax.ts';
import type { Value } from '../values/value.ts';
import type { Absence, Note, Seen } from './types.ts';

type Facts = Readonly<{
  leaf: Comparison;
  left: Seen;
  right: Seen;
  absence: Absence | undefined;
  holds: boolean | undefined;
}>;

/** What is worth saying about one comparison on one node. */
export const comparisonNotes = (facts: Facts): readonly Note[] => rules.flatMap((rule) => rule(facts) ?? []);

export const existsNotes = (
  { path }: Extract<Test, { kind: 'exists' }>,
  value: Value | undefined,
): readonly Note[] => {
  if (value !== null && value !== false && value !== '') return [];
  return [
    {
      code: 'exists-whatever-the-value',
      text: `a bare path asks only whether ${print(path)} is there: it is, and is ${JSON.stringify(value)}`,
    },
  ];
};

type Rule = (facts: Facts) => Note | undefined;

const absent: Rule = ({ left, right, holds, absence }) => {
  const missing = [left, right].find(({ type }) => type === 'absent');
  if (missing === undefined) return undefined;
  if (holds)
    return {
      code: 'holds-because-absent',
      text: `holds because ${missing.text} is absent: absent is different from everything`,
    };
  const where =
    absence === undefined
      ? ''
      : `: ${absence.at}, ${article(absence.type)}, has no property ${JSON.stringify(absence.property)}`;
  return { code: 'absent', text: `${missing.text} is not there${where}; absent is neither null nor empty` };
};

const types: Rule = ({ leaf: { operator }, left, right, holds }) => {
  if (holds !== false || left.type === right.type || !scalars.has(left.type) || !scalars.has(right.type))
    return undefined;
  if (['<', '<=', '>', '>='].includes(operator)) {
    return {
      code: 'order-of-types',
      text: `${told(left)} and ${told(right)}: order holds only between two numbers or two strings`,
    };
  }
  if (operator !== '==' && operator !== '===') return undefined;
  if (left.type === 'null' || right.type === 'null') {
    return { code: 'null', text: `${told(left)} and ${told(right)}: null equals only null` };
  }
  return {
    code: 'types',
    text: `${told(left)} and ${told(right)}: a ${left.type} is never converted to a ${right.type} here`,
  };
};

const wholeValue: Rule = ({ leaf: { operator, right: pattern }, left, holds }) => {
  if (operator !== '=~' || holds !== false || left.type !== 'string' || pattern.kind !== 'pattern')
    return undefined;
  return {
    code: 'pattern-covers-all',
    text: `the pattern has to cover the whole value ${short(left.value)}; .* in front and behind asks for a part`,
    try: `${left.text} =~ /.*${pattern.source}.*/${pattern.flags}`,
  };
};

const noList: Rule = ({ leaf: { operator }, left, right, holds }) => {
  if (!['anyof', 'noneof', 'subsetof'].includes(operator) || holds !== false || !scalars.has(left.type))
    return undefined;
  return {
    code: 'not-a-list',
    text: `${told(left)}, no list: ${operator} compares two lists and never holds for a single value`,
    try: `${left.text} ${operator === 'noneof' ? 'nin' : 'in'} ${right.text}`,
  };
};

const lengthOfText: Rule = ({ leaf: { left: path, operator }, left, right, holds }) => {
  const last = path.kind === 'path' ? path.steps.at(-1) : undefined;
  if (path.kind !== 'path' || last?.kind !== 'call' || last.name !== 'length' || holds === true)
    return undefined;
  const counted = print({ ...path, steps: path.steps.slice(0, -1) });
  return {
    code: 'length',
    text: `${left.text} is ${left.type === 'absent' ? 'absent' : short(left.value)}: length() counts the elements of a list or the fields of each match, never the characters of a string; size counts lists and strings`,
    ...(operator === '==' ? { try: `${counted} size ${right.text}` } : {}),
  };
};

const emptiness: Rule = ({ leaf: { operator }, left, holds }) => {
  if (operator !== 'empty' || holds !== false || ['string', 'list', 'absent'].includes(left.type))
    return undefined;
  return { code: 'neither-empty', text: `${told(left)}: only strings and lists are empty or not empty` };
};

const spelling: Rule = ({ leaf: { operator }, left: { value: a }, right: { value: b }, holds }) => {
  if (operator !== '==' || holds !== false || typeof a !== 'string' || typeof b !== 'string')
    return undefined;
  if (a.trim().toLowerCase() !== b.trim().toLowerCase()) return undefined;
  return {
    code: 'case-or-blanks',
    text: `${short(a)} and ${short(b)} differ in case or in blanks around them, which count`,
  };
};

const rules: readonly Rule[] = [absent, types, wholeValue, noList, lengthOfText, emptiness, spelling];

const scalars: ReadonlySet<Seen['type']> = new Set(['null', 'boolean', 'number', 'string']);

const told = ({ text, type, value }: Seen): string => {
  if (value === null || !scalars.has(type)) return `${text} is ${type === 'null' ? 'null' : article(type)}`;
  return text === JSON.stringify(value) || text.startsWith("'")
    ? `${text} is a ${type}`
    : `${text} is the ${type} ${short(value)}`;
};

/** Long texts are cut: a note is read by people. */
const short = (value: unknown): string => {
  const text = typeof value === 'object' && value !== null ? '{...}' : String(JSON.stringify(value));
  return text.length > 120 ? `${text.slice(0, 120)}...` : text;
};

const article = (type: Seen['type']): string => (type === 'object' ? 'an object' : `a ${type}`);
