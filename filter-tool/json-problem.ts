/** Where a text stops being JSON, counted from 1, and what is wrong there. */
export type JsonProblem = Readonly<{ line: number; column: number; message: string }>;

/** The first mistake of a text that JSON.parse refused: its own message does not always say where. */
export const jsonProblem = (text: string): JsonProblem => {
  const { offset, message } = firstMistake(text);
  const before = text.slice(0, offset).split('\n');

  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
};

type Mistake = Readonly<{ offset: number; message: string }>;

/** What may stand at a place of a JSON text. */
type Expected = keyof typeof words;

const words = {
  value: 'a value',
  element: 'a value or ]',
  name: 'a name in double quotes',
  member: 'a name in double quotes or }',
  colon: 'a colon',
  'next member': 'a comma or }',
  'next element': 'a comma or ]',
  end: 'the end of the payload',
} as const;

const blanks = /[ \t\r\n]*/y;
const tokens =
  /[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const unfinished = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*/y;

const firstMistake = (text: string): Mistake => {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let comma: number | undefined;
  for (let offset = skip(blanks, text, 0); ; ) {
    const end = skip(tokens, text, offset);
    const token = text.slice(offset, end);
    const next = after(token, expected, open);
    if (next === undefined) return mistake(text, offset, token, expected, comma);
    comma = token === ',' ? offset : undefined;
    expected = next;
    offset = skip(blanks, text, end);
  }
};

/** Where a match that begins at an offset ends; the offset itself where there is none. */
const skip = (pattern: RegExp, text: string, offset: number): number => {
  pattern.lastIndex = offset;

  return pattern.test(text) ? pattern.lastIndex : offset;
};

/** What is expected behind a token, or undefined where it should not stand there. */
const after = (token: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined => {
  const closed = (): Expected => {
    const outer = open.at(-1);
    if (outer === undefined) return 'end';
    return outer === '{' ? 'next member' : 'next element';
  };
  switch (expected) {
    case 'element':
    case 'value':
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'member' : 'element';
      }
      if (token === ']' && expected === 'element') {
        open.pop();
        return closed();
      }
      return token === '' || /^[}\],:]/.test(token) ? undefined : closed();
    case 'member':
    case 'name':
      if (token === '}' && expected === 'member') {
        open.pop();
        return closed();
      }
      return token.startsWith('"') ? 'colon' : undefined;
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'next member':
    case 'next element': {
      const inObject = expected === 'next member';
      if (token === ',') return inObject ? 'name' : 'value';
      if (token !== (inObject ? '}' : ']')) return undefined;
      open.pop();
      return closed();
    }
    case 'end':
      return undefined;
  }
};

const mistake = (
  text: string,
  offset: number,
  token: string,
  expected: Expected,
  comma: number | undefined,
): Mistake => {
  if (text.trim() === '') return { offset: 0, message: 'it is empty' };
  if (comma !== undefined && (token === '}' || token === ']'))
    return { offset: comma, message: `a comma too many before ${token}` };
  if (expected === 'end')
    return { offset, message: 'something follows the payload: a file holds one payload' };
  if (offset === text.length)
    return { offset, message: `it ends here, where ${words[expected]} was expected` };
  if (token === '' && text[offset] === '"' && expected !== 'colon') return inText(text, offset);
  const quote = /^['\u2018-\u201f]/.test(text.slice(offset)) ? '; only " quotes in JSON' : '';

  return { offset, message: `${words[expected]} was expected${quote}` };
};

/** A text in quotes that is no JSON: what stops it. */
const inText = (text: string, start: number): Mistake => {
  const offset = skip(unfinished, text, start);
  if (offset === text.length)
    return { offset: start, message: 'a text begins here and has no closing quote' };
  if (text[offset] === '\\')
    return { offset, message: 'a backslash stands before a character that it cannot escape' };

  return { offset, message: 'a line end or control character stands inside a text' };
};
