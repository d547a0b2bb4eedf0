import { expect, test } from '@playwright/test';
import { compile, type Explanation, explain, type Note } from './index.ts';

const identity = { id: 'i1', name: 'n', type: 'IDENTITY' };
const created = {
  identity,
  attributes: {
    displayName: 'T',
    email: null,
    employeeNumber: null,
    inactive: 'true',
    isManager: false,
    uid: 'E1',
    created: '2026-02-24T05:53:43.582Z',
  },
};
const createdElsewhere = { identity, attributes: { countryCode: 'FR' } };
const lifecycle = {
  identity,
  changes: [{ attribute: 'lifecycleState', oldValue: 'draft', newValue: 'active' }],
};
const changed = {
  identity,
  changes: [
    { attribute: 'department', oldValue: 'sales', newValue: 'marketing' },
    { attribute: 'manager', oldValue: { id: 'm1', name: 'Old', type: 'IDENTITY' }, newValue: null },
    { attribute: 'email', oldValue: null, newValue: 'a@b.c' },
    { attribute: 'phone', newValue: '' },
  ],
};
const items = [
  { id: 'a', name: 'Engineering Access', type: 'ROLE', comment: null },
  { id: 'b', name: 'Finance', type: 'ACCESS_PROFILE' },
];
const person = { id: 'u1', name: 'U', type: 'IDENTITY' };
const request = { accessRequestId: 'r1', requestedFor: person, requestedItems: items };
const requestForList = { accessRequestId: 'r1', requestedFor: [person], requestedItems: items.slice(0, 1) };
const search = { searchResults: { Account: { count: '69' }, Identity: { count: 3 } } };

/** Case, expression, payload, and what the Java library was measured to answer. */
const verdicts: readonly (readonly [string, string, unknown, 'match' | 'no match'])[] = [
  ['FC-001', '$[?(@.attributes.countryCode == "DE")]', created, 'no match'],
  ['FC-001', '$[?(@.attributes.countryCode != "DE")]', created, 'match'],
  ['FC-001', '$[?(@.attributes.countryCode == "DE")]', createdElsewhere, 'no match'],
  ['FC-002', '$.changes[?(@.attribute == "lifecycleState")]', lifecycle, 'match'],
  [
    'FC-002',
    '$.changes[?(@.attribute == "lifecycleState" && @.oldValue == "active" && @.newValue == "inactive")]',
    lifecycle,
    'no match',
  ],
  ['FC-003', '$[?(@.accessRequestId != null)]', request, 'match'],
  ['FC-003', '$[?(@.nope != null)]', request, 'match'],
  ['FC-003', '$[?(@.nope)]', request, 'no match'],
  ['FC-004', '$[?(@.requestedItems[?(@.type == "ENTITLEMENT")])]', request, 'match'],
  ['FC-004', '$[?(@.requestedItems[?(@.type == "ENTITLEMENT")] empty false)]', request, 'no match'],
  ['FC-004', '$.requestedItems[?(@.type == "ENTITLEMENT")]', request, 'no match'],
  ['FC-005', '$.changes[?(@.attribute =~ /depart/)]', changed, 'no match'],
  ['FC-005', '$.changes[?(@.attribute =~ /depart.*/)]', changed, 'match'],
  ['FC-005', '$.changes[?(@.attribute =~ /DEPART.*/i)]', changed, 'match'],
  ['FC-005', '$.changes[?(@.attribute contains "part")]', changed, 'match'],
  ['FC-005', '$.changes[?(@.attribute contains "PART")]', changed, 'no match'],
  ['FC-006', '$[?(@.searchResults.Account.count > 9)]', search, 'no match'],
  ['FC-006', '$[?(@.searchResults.Account.count > 100)]', search, 'no match'],
  ['FC-006', '$[?(@.searchResults.Account.count == 69)]', search, 'match'],
  ['FC-007', '$[?(@.attributes.inactive == true)]', created, 'no match'],
  ['FC-007', '$[?(@.attributes.inactive == "true")]', created, 'match'],
  ['FC-007', '$[?(@.attributes.isManager == false)]', created, 'match'],
  ['FC-007', '$[?(@.attributes.isManager == "false")]', created, 'no match'],
  ['FC-008', '$[?(@.attributes.uid empty false)]', created, 'match'],
  ['FC-008', '$[?(@.attributes.email empty true)]', created, 'no match'],
  ['FC-009', '$.changes[?(@.oldValue == null)]', changed, 'match'],
  ['FC-009', '$.changes[?(@.attribute == "phone" && @.oldValue == null)]', changed, 'no match'],
  ['FC-009', '$.changes[?(@.attribute == "phone" && @.newValue == "")]', changed, 'match'],
  ['FC-009', '$.changes[?(@.attribute == "phone" && @.newValue == null)]', changed, 'no match'],
  ['FC-010', '$.changes[?(@.attribute == "x")]', { identity: { id: 'i1' } }, 'no match'],
  ['FC-010', '$.changes[?(@.attribute == "x")]', { changes: null }, 'no match'],
  ['FC-010', '$.changes[?(@.attribute == "x")]', { changes: [] }, 'no match'],
  ['FC-011', '$.changes[?(@.attribute == "department")]\n', changed, 'match'],
  ['FC-011', 'changes[?(@.attribute == "department")]', changed, 'match'],
  ['FC-012', '$[?(@.requestedFor.id == "u1")]', request, 'match'],
  ['FC-012', '$[?(@.requestedFor.id == "u1")]', requestForList, 'no match'],
  ['FC-012', '$.requestedFor[?(@.id == "u1")]', request, 'match'],
  ['FC-012', '$.requestedFor[?(@.id == "u1")]', requestForList, 'match'],
  ['FC-013', '$.changes[?(@.attribute anyof ["manager"])]', changed, 'no match'],
  ['FC-013', '$.changes[?(@.attribute in ["manager"])]', changed, 'match'],
  ['FC-013', '$[?(@.changes[*].attribute anyof ["manager"])]', changed, 'match'],
  ['FC-014', '$.changes[?(@.attribute.length() > 5)]', changed, 'no match'],
  ['FC-014', '$[?(@.changes.length() > 1)]', changed, 'match'],
  ['FC-014', '$[?(@.changes[?(@.attribute == "manager")] size 1)]', changed, 'match'],
  ['FC-014', '$[?(@.changes[?(@.attribute == "manager")].length() > 0)]', changed, 'no match'],
  ['FC-072', '$[?(@.accessRequestId == "r1")]', request, 'match'],
  ['FC-072', '$[?($.accessRequestId == "r1")]', request, 'match'],
  ['FC-073', '$.changes[?(@.attribute == "department")]', changed, 'match'],
  ['FC-074', '$[?(@.attributes.uid == "E1")]', created, 'match'],
  ['FC-074', '$[?(@.attributes.email == null)]', created, 'match'],
  ['FC-074', '$[?(@.attributes.email == "x")]', created, 'no match'],
  ['FC-075', '$.requestedItems[?(@.id == "a" && !@.comment)]', request, 'no match'],
  ['FC-075', '$.requestedItems[?(@.id == "b" && !@.comment)]', request, 'match'],
  ['FC-075', '$.changes[?(@.attribute == "phone" && @.oldValue == null)]', changed, 'no match'],
];

for (const [index, [id, expression, payload, verdict]] of verdicts.entries()) {
  test(`${id}.${index}: ${expression.trim()} is a ${verdict}`, () => {
    expect(caseOf(expression, payload).verdict).toBe(verdict);
  });
}

/** Case, expression, the code of the note, where the mistake is, and what may be meant. */
const refusals: readonly (readonly [string, string, string, number, string | undefined])[] = [
  [
    'FC-003',
    '$.accessRequestId != null',
    'comparison-outside-predicate',
    17,
    '$[?(@.accessRequestId != null)]',
  ],
  ['FC-008', '$[?(@.attributes.uid empty)]', 'empty-without-truth', 21, '$[?(@.attributes.uid empty false)]'],
  [
    'FC-011',
    '$.changes[?(@.attribute == “department”)]',
    'curly-quote',
    27,
    '$.changes[?(@.attribute == "department")]',
  ],
  [
    'FC-011',
    '$.changes[?(@.attribute == department)]',
    'missing-quotes',
    27,
    '$.changes[?(@.attribute == "department")]',
  ],
  [
    'FC-011',
    ' $.changes[?(@.attribute == "department")]',
    'leading-blank',
    0,
    '$.changes[?(@.attribute == "department")]',
  ],
  [
    'FC-073',
    '$.changes[?@.attribute == "department"]',
    'rfc-9535',
    11,
    '$.changes[?(@.attribute == "department")]',
  ],
  ['FC-073', '$.changes[?(length(@.attribute) > 5)]', 'rfc-9535', 12, undefined],
];

for (const [id, expression, code, at, suggestion] of refusals) {
  test(`${id}: ${expression} does not compile, and the note names ${code}`, () => {
    const explanation = explain(expression, changed);

    expect(explanation.compiles).toBe(false);
    const note = !explanation.compiles && explanation.notes.find((each) => each.code === code);
    expect(note).toMatchObject({ code, at, ...(suggestion === undefined ? {} : { try: suggestion }) });
  });
}

test('FC-001: names the absent path as the reason of the match', () => {
  const { because, findings } = caseOf('$[?(@.attributes.countryCode != "DE")]', created);

  expect(because).toContain('@.attributes.countryCode is absent');
  expect(findings[0]?.absence).toMatchObject({ at: '$.attributes', property: 'countryCode' });
});

test('FC-002: counts how many payloads match', () => {
  const explanation = explain('$.changes[?(@.attribute == "lifecycleState")]', lifecycle, changed, lifecycle);

  expect(explanation.compiles && explanation.counts).toEqual({ match: 2, 'no match': 1, unknown: 0 });
});

test('FC-003: flags != null as true for an absent field and offers the existence test', () => {
  expect(warning('$[?(@.nope != null)]', 'true-for-absent')).toMatchObject({ try: '$[?(@.nope)]' });
});

test('FC-004: reports a bare nested predicate as always true, with a repair', () => {
  const note = warning('$[?(@.requestedItems[?(@.type == "ENTITLEMENT")])]', 'always-true');

  expect(note?.try).toBe('$[?(@.requestedItems[?(@.type == "ENTITLEMENT")] empty false)]');
  expect(caseOf(note?.try ?? '', request).verdict).toBe('no match');
});

test('FC-005: says that a pattern covers the whole value', () => {
  const [note] = caseOf('$.changes[?(@.attribute =~ /depart/)]', changed).findings[0]?.notes ?? [];

  expect(note).toMatchObject({ code: 'pattern-covers-all', try: '@.attribute =~ /.*depart.*/' });
});

test('FC-006 and FC-007: say which types met', () => {
  expect(codes('$[?(@.searchResults.Account.count > 9)]', search)).toContain('order-of-types');
  expect(codes('$[?(@.attributes.inactive == true)]', created)).toContain('types');
  expect(codes('$[?(@.attributes.isManager == "false")]', created)).toContain('types');
});

test('FC-008: null is neither empty nor not empty', () => {
  expect(codes('$[?(@.attributes.email empty true)]', created)).toContain('neither-empty');
});

test('FC-009: tells null, absent and the empty string apart', () => {
  const types = caseOf('$.changes[?(@.oldValue == null)]', changed).findings.map(({ left }) => left.type);
  expect(types).toEqual(['string', 'object', 'null', 'absent']);

  const phone = caseOf('$.changes[?(@.newValue == null)]', changed).findings[3];
  expect(phone).toMatchObject({ holds: false, left: { type: 'string', value: '' } });
});

test('FC-010: a missing path is no syntax error, and is named', () => {
  expect(caseOf('$.changes[?(@.attribute == "x")]', {}).because).toContain('is not in the payload');
});

test('FC-012: recommends the predicate on requestedFor, which works for both shapes', () => {
  const [note] = caseOf('$[?(@.requestedFor.id == "u1")]', requestForList).notes;
  expect(note).toMatchObject({ code: 'list-or-object', try: '$.requestedFor[?(@.id == "u1")]' });

  const explanation = explain(note?.try ?? '', request, requestForList);
  expect(explanation.compiles && explanation.counts.match).toBe(2);
});

test('FC-013: explains that the left side is no list and offers in', () => {
  const [note] = caseOf('$.changes[?(@.attribute anyof ["manager"])]', changed).findings[0]?.notes ?? [];

  expect(note).toMatchObject({ code: 'not-a-list', try: '@.attribute in ["manager"]' });
});

test('FC-014: offers size for counting, and shows what length() gives', () => {
  expect(codes('$[?(@.changes[?(@.attribute == "manager")].length() > 0)]', changed)).toContain('length');
  expect(caseOf('$.changes[?(@.attribute == "manager")].length()', changed).values).toEqual([3]);
});

test('FC-072 and FC-074: answer rightly where jsonpath-plus throws, and say why it differs', () => {
  const { dialects } = caseOf('$[?(@.attributes.uid == "E1")]', created);
  expect(dialects[1]).toMatchObject({ name: 'jsonpath-plus', verdict: 'throws' });

  const onRoot = caseOf('$[?(@.accessRequestId == "r1")]', request).dialects;
  expect(onRoot).toMatchObject([
    { because: expect.stringContaining('tests $ itself') },
    { verdict: 'no match' },
  ]);
});

test('FC-075: jsonpath-plus gives the opposite for null and missing', () => {
  expect(caseOf('$.requestedItems[?(@.id == "a" && !@.comment)]', request).dialects[1]?.verdict).toBe(
    'match',
  );
  expect(
    caseOf('$.changes[?(@.attribute == "phone" && @.oldValue == null)]', changed).dialects[1]?.verdict,
  ).toBe('match');
});

test('FC-076: claims neither match nor no match for ..*', () => {
  expect(caseOf('$..*[?(@.name == "x")]', request).verdict).toBe('unknown');
  expect(caseOf('$..*.name', request).verdict).toBe('unknown');
  expect(warning('$..*.name', 'scan-of-everything')).toBeDefined();
});

test('FC-077: shows the value of a path without a predicate and leaves the match unknown', () => {
  expect(caseOf('$.changes.length()', changed)).toMatchObject({ verdict: 'unknown', values: [4] });
  expect(caseOf('$.identity.name', changed)).toMatchObject({ verdict: 'unknown', values: ['n'] });
  expect(caseOf('$.nope', changed)).toMatchObject({ verdict: 'unknown', values: [] });
  expect(compile('$.nope').ok).toBe(true);
});

const caseOf = (expression: string, payload: unknown) => {
  const explanation: Explanation = explain(expression, payload);
  const [only] = explanation.compiles ? explanation.cases : [];
  if (only === undefined) throw new Error(`${expression} does not compile`);
  return only;
};

const codes = (expression: string, payload: unknown): readonly string[] =>
  caseOf(expression, payload).findings.flatMap(({ notes }) => notes.map(({ code }) => code));

const warning = (expression: string, code: string): Note | undefined => {
  const explanation = explain(expression);
  return explanation.compiles ? explanation.warnings.find((note) => note.code === code) : undefined;
};
