import { ExactNumber, type Value } from '../values/value.ts';
import { readNumber } from './number.ts';
import { bareText, current, end, JsonProblem, type JsonText, quotedText, skipSpace } from './text.ts';

/** Lists and objects inside each other, as the library's reader allows. */
const maxDepth = 400;

/**
 * Reads JSON as json-smart's permissive mode does: quotes may be single or missing, commas may be spare,
 * what follows the value does not count (filter-literals-104). undefined where even that fails.
 */
export const parseLenientJson = (text: string): Value | undefined => {
  const input = { text, position: 0 };
  try {
    return readValue(input, '', 0);
  } catch (problem) {
    if (problem instanceof JsonProblem) return undefined;
    throw problem;
  }
};

/** `stops` end a text without quotes: none at the outermost level. */
const readValue = (input: JsonText, stops: string, depth: number): Value => {
  while (' \r\n\t'.includes(current(input))) input.position++;
  const character = current(input);
  if (':}]'.includes(character) || (character === end && depth > 0)) throw new JsonProblem();
  if (character === '{') return readObject(input, depth + 1);
  if (character === '[') return readList(input, depth + 1);
  if (character === '"' || character === "'") return quotedText(input);
  if (/[-0-9]/.test(character)) return readNumber(input, stops);

  const text = bareText(input, stops);
  return words.has(text) ? (words.get(text) ?? null) : text;
};

const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', new ExactNumber('float', 'NaN')],
]);

const readList = (input: JsonText, depth: number): Value => {
  if (depth > maxDepth) throw new JsonProblem();
  const list: Value[] = [];
  input.position++;
  while (current(input) !== ']') {
    if (':}'.includes(current(input)) || current(input) === end) throw new JsonProblem();
    if (', \r\n\t'.includes(current(input))) input.position++;
    else list.push(readValue(input, ',]', depth));
  }
  input.position++;
  return list;
};

const readObject = (input: JsonText, depth: number): Value => {
  if (depth > maxDepth) throw new JsonProblem();
  const members = new Map<string, Value>();
  input.position++;
  while (current(input) !== '}') {
    const character = current(input);
    if (':][{'.includes(character) || character === end) throw new JsonProblem();
    if (', \r\n\t'.includes(character)) {
      input.position++;
      continue;
    }
    const [name, value] = readMember(input, depth);
    members.set(name, value);
    skipSpace(input);
    if (current(input) === ',') input.position++;
    else if (current(input) !== '}') throw new JsonProblem();
  }
  input.position++;
  return Object.fromEntries(members);
};

const readMember = (input: JsonText, depth: number): [string, Value] => {
  const character = current(input);
  const name = character === '"' || character === "'" ? quotedText(input) : bareText(input, ':');
  skipSpace(input);
  if (current(input) !== ':') throw new JsonProblem();

  input.position++;
  if (input.position >= input.text.length) throw new JsonProblem();
  return [name, readValue(input, ',}', depth)];
};
