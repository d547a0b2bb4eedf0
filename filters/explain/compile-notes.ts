import { type CompileError, compile } from '../compile.ts';
import type { Note } from './types.ts';

/** Typical mistakes behind an expression that does not compile, with a spelling that does where there is one. */
export const compileNotes = (expression: string, error: CompileError): readonly Note[] =>
  expression.length > longest ? [] : notes(expression, error, 2);

/** What is longer was hardly written by a person. */
const longest = 2_000;

/** A spelling that still does not compile is mended further, a mistake at a time. */
const notes = (expression: string, error: CompileError, mends: number): readonly Note[] =>
  mistakes
    .flatMap((mistake) => mistake(expression, error) ?? [])
    .map(({ try: suggestion, ...note }) => {
      const mended = suggestion === undefined ? undefined : mend(suggestion, mends);
      return mended === undefined ? note : { ...note, try: mended };
    });

const mend = (expression: string, mends: number): string | undefined => {
  const result = compile(expression);
  if (result.ok) return expression;
  if (mends === 0) return undefined;
  return notes(expression, result.error, mends - 1).find((note) => note.try !== undefined)?.try;
};

type Mistake = (expression: string, error: CompileError) => Note | undefined;

const curlyQuote: Mistake = (expression) => {
  const at = expression.search(/[\u2018-\u201f\u2039\u203a\u00ab\u00bb]/);
  if (at === -1) return undefined;
  return {
    code: 'curly-quote',
    text: `${expression[at]} is a typographic quote, as word processors put it; only " and ' quote`,
    at,
    try: expression.replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"').replace(/[\u2018-\u201b\u2039\u203a]/g, "'"),
  };
};

const leadingBlank: Mistake = (expression) =>
  /^\s+[$@]/.test(expression)
    ? { code: 'leading-blank', text: 'a blank stands in front of the $', at: 0, try: expression.trimStart() }
    : undefined;

const outsidePredicate: Mistake = (expression) => {
  const match =
    /^\s*([$@])((?:[.[][^\s=<>!~?]*)?)\s*(===?|!==?|<=?|>=?|=~|\s(?:in|nin|contains|size|empty|anyof|subsetof|noneof)\s)\s*(.+)$/is.exec(
      expression,
    );
  if (match === null || expression.includes('?')) return undefined;
  const [, , path, operator, right] = match;
  return {
    code: 'comparison-outside-predicate',
    text: 'a comparison stands inside a predicate only: wrap the test in $[?( )]',
    at: expression.search(/\s*(?:[=<>!]|=~)/),
    try: `$[?(@${path} ${operator?.trim()} ${right?.trim()})]`,
  };
};

const rfcPredicate: Mistake = (expression) => {
  const match = /\[\s*\?\s*(?![(\s])/.exec(expression);
  if (match === null) return undefined;
  const end = expression.lastIndexOf(']');
  const open = match.index + match[0].length;
  return {
    code: 'rfc-9535',
    text: 'valid in RFC 9535, not in a trigger filter: a predicate has parentheses, [?( )]',
    at: open,
    try: `${expression.slice(0, open)}(${expression.slice(open, end).trim()})${expression.slice(end)}`,
  };
};

const rfcFunction: Mistake = (expression) => {
  const match =
    /(?<![.\w])(length|count|match|search|value)\(\s*([^(),]*)\s*(?:,\s*(['"])(.*?)\3\s*)?\)/.exec(
      expression,
    );
  const [whole, name = '', path = '', , pattern = ''] = match ?? [];
  if (match === null || whole === undefined) return undefined;
  const spellings: Readonly<Record<string, string>> = {
    match: `${path} =~ /${pattern}/`,
    search: `${path} =~ /.*${pattern}.*/`,
    value: path,
  };
  const replacement = spellings[name];
  const text =
    replacement === undefined
      ? 'the size of a list or a string is asked by size: @.a size 3'
      : 'here it is written otherwise';
  const sized = expression.replace(
    /(?:length|count)\(\s*([^(),]*?)(?:\[\*\])?\s*\)\s*==\s*(\d+)/,
    '$1 size $2',
  );
  return {
    code: 'rfc-9535',
    text: `${name}( ) is valid in RFC 9535, not in a trigger filter; ${text}`,
    at: match.index,
    ...(replacement === undefined ? { try: sized } : { try: expression.replace(whole, () => replacement) }),
  };
};

const bareEmpty: Mistake = (expression) => {
  const match = /\sempty\s*(?=[)&|])/i.exec(expression);
  if (match === null) return undefined;
  return {
    code: 'empty-without-truth',
    text: 'empty wants true or false behind it: empty true / empty false',
    at: match.index + 1,
    try: expression.replace(/(\sempty)\s*(?=[)&|])/gi, '$1 false'),
  };
};

const missingQuotes: Mistake = (expression, { position }) => {
  const word = /^[^\s()[\]'",&|!=<>]+/.exec(expression.slice(position))?.[0] ?? '';
  const before = /(?:==|!=|<|>|\s(?:in|nin|contains))\s*$/i.test(expression.slice(0, position));
  if (!before || !/^\p{L}/u.test(word)) return undefined;
  return {
    code: 'missing-quotes',
    text: `${word} has no quotes: a text is written "${word}"`,
    at: position,
    try: `${expression.slice(0, position)}"${word}"${expression.slice(position + word.length)}`,
  };
};

const singleEquals: Mistake = (expression) => {
  const at = expression.search(/(?<![=!<>])=(?![=~])/);
  if (at === -1) return undefined;
  return {
    code: 'single-equals',
    text: 'equality is written ==',
    at,
    try: expression.replace(/(?<![=!<>])=(?![=~])/g, '=='),
  };
};

const wordOperator: Mistake = (expression) => {
  const match = /[\s)](and|or|not)[\s(]/i.exec(expression);
  if (match === null) return undefined;
  return {
    code: 'word-operator',
    text: 'and, or and not are written &&, || and !',
    at: match.index + 1,
    try: expression
      .replace(/(?<=[\s)])and(?=[\s(])/gi, '&&')
      .replace(/(?<=[\s)])or(?=[\s(])/gi, '||')
      .replace(/(?<=[\s(])not\s*(?=[\s(])/gi, '!'),
  };
};

const lastElement: Mistake = (expression) => {
  const match = /\[\(\s*@\.length\s*-\s*(\d+)\s*\)\]/.exec(expression);
  if (match === null) return undefined;
  return {
    code: 'script-index',
    text: 'an index is a number; one below zero counts from the end',
    at: match.index,
    try: expression.replace(match[0], `[-${match[1]}]`),
  };
};

const mistakes: readonly Mistake[] = [
  curlyQuote,
  leadingBlank,
  outsidePredicate,
  rfcPredicate,
  rfcFunction,
  bareEmpty,
  missingQuotes,
  singleEquals,
  wordOperator,
  lastElement,
];
