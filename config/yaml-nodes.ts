import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { nearest } from '../filters/explain/nearest.ts';
import { visible } from '../reports/text.ts';

/** A file of YAML that is being read, and what was found wrong in it so far. */
export type Reading = Readonly<{
  lineOf: (node: unknown) => number;
  /** Notes a problem; gives undefined. */
  wrong: (line: number, message: string) => undefined;
  problems: readonly string[];
  root: unknown;
  document: Document.Parsed;
}>;

/** Parses YAML; what it is no YAML for is among the problems, by file, line and column. */
export const readYaml = (name: string, text: string): Reading => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map(({ pos: [start], message }) => {
    const { line, col } = lines.linePos(start);
    return `${visible(name)}:${line}:${col} is not YAML that can be read: ${visible(message)}.`;
  });

  return {
    document,
    root: document.contents,
    problems,
    lineOf: (node) => lines.linePos(startOf(node)).line,
    wrong: (line, message) => void problems.push(`${visible(name)}:${line} ${message}`),
  };
};

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

const isNode = (node: unknown): node is Node => isMap(node) || isSeq(node) || isScalar(node) || isAlias(node);

/** The node that an alias stands for. */
export const resolved = ({ document }: Reading, node: unknown): unknown =>
  isAlias(node) ? node.resolve(document) : node;

/** The members of a map by key. Anything else is noted, and so is a key that is not known. */
export const membersOf = <Key extends string>(
  reading: Reading,
  node: unknown,
  { keys, what, line }: Readonly<{ keys: readonly Key[]; what: string; line: number }>,
): Readonly<Partial<Record<Key, unknown>>> | undefined => {
  const map = resolved(reading, node);
  if (!isMap(map)) return reading.wrong(line, `${what} is a map with the keys ${keys.join(', ')}.`);
  const members: Partial<Record<Key, unknown>> = {};
  let isKnown = true;
  for (const { key, value } of map.items) {
    const word = String(isScalar(key) ? key.value : key);
    const known = keys.find((each) => each === word);
    if (known !== undefined) {
      members[known] = value;
      continue;
    }
    isKnown = false;
    unknownKey(reading, { at: reading.lineOf(key), word, keys, what });
  }

  return isKnown ? members : undefined;
};

const unknownKey = (
  { wrong }: Reading,
  { at, word, keys, what }: Readonly<{ at: number; word: string; keys: readonly string[]; what: string }>,
): void => {
  const near = nearest(word.replaceAll('_', '-'), keys);
  const hint = near === undefined ? `It has ${keys.join(', ')}` : `Did you mean ${near}`;
  wrong(at, `${what} has no key ${visible(word)}. ${hint}${near === undefined ? '.' : '?'}`);
};

/** The items of a list; nothing where the key is absent. Anything else is noted. */
export const itemsOf = (
  reading: Reading,
  node: unknown,
  { what, line }: Readonly<{ what: string; line: number }>,
): readonly unknown[] => {
  const list = resolved(reading, node);
  if (list === undefined) return [];
  if (isSeq(list)) return list.items;
  reading.wrong(line, `${what} is a list: each of its items begins with a dash.`);

  return [];
};

/** A text that is not empty. Anything else is noted. */
export const textOf = (
  reading: Reading,
  node: unknown,
  { what, line }: Readonly<{ what: string; line: number }>,
): string | undefined => {
  const scalar = resolved(reading, node);
  const value = isScalar(scalar) ? scalar.value : undefined;

  return typeof value === 'string' && value !== ''
    ? value
    : reading.wrong(line, `${what} is missing: it is a text.`);
};
