import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type ContractDocument, loadContract } from '../document.ts';
import { covers, differences } from './differences.ts';
import { knownDifferences } from './known-differences.ts';
import { ourFacts } from './our-facts.ts';
import { type PackedFacts, unpack } from './pack.ts';

type Json = Readonly<Record<string, unknown>>;

/** A part of the contract with one line changed, and what was changed. */
type Broken = Readonly<{ line: string; value: unknown }>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Other values for a line of the contract, by its keyword. */
const changes: Readonly<Record<string, (value: unknown) => readonly unknown[]>> = {
  required: (value) =>
    Array.isArray(value) ? value.map((name) => value.filter((other) => other !== name)) : [!value],
  enum: (value) => (Array.isArray(value) ? [value.slice(1), [...value, 'ANOTHER']] : []),
  maximum: (value) => [Number(value) + 1, Number(value) - 1],
  minimum: (value) => [Number(value) + 1],
  maxItems: (value) => [Number(value) + 1],
  type: (value) => (typeof value === 'string' ? [value === 'integer' ? 'string' : 'integer'] : []),
  default: (value) => [typeof value === 'number' ? value + 1 : 'another'],
};

function* brokenFrom(value: unknown, place: string): Generator<Broken> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      for (const broken of brokenFrom(each, `${place}/${index}`))
        yield { ...broken, value: value.with(index, broken.value) };
    }
    return;
  }
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'example' || key === 'examples') continue;
    const isKeyword = !place.endsWith('/properties');
    for (const other of isKeyword ? (changes[key]?.(member) ?? []) : [])
      yield {
        line: `${place}/${key}: ${JSON.stringify(member)} -> ${JSON.stringify(other)}`,
        value: { ...value, [key]: other },
      };
    for (const broken of brokenFrom(member, `${place}/${key}`))
      yield { ...broken, value: { ...value, [key]: broken.value } };
  }
}

/** What the vendor's description cannot contradict: it has these in its texts, or in RFC 6902. */
const saidElsewhere: Readonly<Record<string, RegExp>> = {
  'where a tenant is': /^\/servers\//,
  'how to sign in': /^\/components\/securitySchemes\//,
  'headers that the texts promise': /^\/components\/headers\//,
  'which members go together': /\/allOf\/\d\/(if|then)\//,
};

test('a contract with any line broken is not what the vendor says', () => {
  const packed: PackedFacts = JSON.parse(
    readFileSync(new URL('./vendor-facts.json', import.meta.url), 'utf8'),
  );
  const vendor = unpack(packed, 'beta');
  const known = knownDifferences.filter(({ versions }) => versions.includes('beta'));
  const isSeen = (document: ContractDocument): boolean => {
    const found = differences({ version: 'beta', vendor, ours: ourFacts(document, 'beta') });

    return (
      found.some((difference) => !known.some((each) => covers(each, difference))) ||
      known.some((each) => !found.some((difference) => covers(each, difference)))
    );
  };

  const broken = [...brokenFrom(loadContract(), '')].filter(
    ({ line }) => !Object.values(saidElsewhere).some((place) => place.test(line)),
  );
  const unseen = broken.filter(({ value }) => !isSeen(value as ContractDocument));

  expect(broken.length).toBeGreaterThan(150);
  expect(unseen.map(({ line }) => line)).toEqual([]);
});
