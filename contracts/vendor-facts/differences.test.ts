import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { loadContract } from '../document.ts';
import { type ApiVersion, apiVersions } from '../versions.ts';
import { covers, type Difference, differences } from './differences.ts';
import { knownDifferences } from './known-differences.ts';
import { ourFacts } from './our-facts.ts';
import { type PackedFacts, unpack } from './pack.ts';

const packed: PackedFacts = JSON.parse(readFileSync(new URL('./vendor-facts.json', import.meta.url), 'utf8'));
const document = loadContract();
const found = (version: ApiVersion): readonly Difference[] =>
  differences({ version, vendor: unpack(packed, version), ours: ourFacts(document, version) });

for (const version of apiVersions) {
  test(`the contract says of ${version} what the vendor says, apart from the differences that are meant`, () => {
    const unlisted = found(version).filter(
      (difference) => !knownDifferences.some((known) => covers(known, difference)),
    );

    expect(unlisted).toEqual([]);
  });

  test(`every difference that is meant for ${version} is still there`, () => {
    const there = found(version);
    const gone = knownDifferences
      .filter(({ versions }) => versions.includes(version))
      .filter((known) => !there.some((difference) => covers(known, difference)));

    expect(gone.map(({ where }) => where)).toEqual([]);
  });
}

test('the kept facts are of all ten operations and 64 statuses', () => {
  for (const version of apiVersions) {
    const operations = Object.values(unpack(packed, version));
    const statuses = operations.flatMap((locations) =>
      Object.keys(locations).filter((key) => /^\d+$/.test(key)),
    );

    expect(operations).toHaveLength(10);
    expect(statuses).toHaveLength(64);
  }
});

test('the kept facts hold no sentence', () => {
  expect(JSON.stringify(packed).match(/([a-z]+ ){5}[a-z]+/gi)).toBeNull();
});

test('a limit that differs is found with its place and both values', () => {
  const vendor = { listTriggers: { parameters: { limit: 'query integer 0..250' } } };
  const ours = { listTriggers: { parameters: { limit: 'query integer 0..500' } } };

  expect(differences({ version: 'beta', vendor, ours })).toEqual([
    {
      version: 'beta',
      where: 'listTriggers parameters limit',
      vendor: 'query integer 0..250',
      ours: 'query integer 0..500',
    },
  ]);
});

test('a known difference speaks of its own place, version, side and value only', () => {
  const known = { where: 'a 200 [].x', versions: ['v1'], told: 'by us', ours: 'text', reason: '' } as const;
  const difference: Difference = { version: 'v1', where: 'a 200 [].x', vendor: undefined, ours: 'text' };

  expect(covers(known, difference)).toBe(true);
  expect(covers({ ...known, where: 'a 200 *' }, difference)).toBe(true);
  expect(covers(known, { ...difference, where: 'a 200 [].xy' })).toBe(false);
  expect(covers(known, { ...difference, where: 'a 200 []ax' })).toBe(false);
  expect(covers(known, { ...difference, version: 'beta' })).toBe(false);
  expect(covers(known, { ...difference, vendor: 'number' })).toBe(false);
  expect(covers(known, { ...difference, ours: 'number' })).toBe(false);
});
