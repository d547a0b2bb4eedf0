import { expect, test } from '@playwright/test';
import { events } from './testing/events.ts';
import { told } from './testing/told.ts';

type FieldCase = readonly [
  id: string,
  expression: string,
  event: keyof typeof events,
  exitCode: 0 | 1 | 2,
  ...says: readonly string[],
];

const cases: readonly FieldCase[] = [
  [
    'FC-001',
    '$[?(@.attributes.countryCode == "DE")]',
    'created',
    1,
    'not there: $.attributes has no property "countryCode"',
  ],
  [
    'FC-001',
    '$[?(@.attributes.countryCode != "DE")]',
    'created',
    0,
    'holds because @.attributes.countryCode is absent',
    'WARNING',
  ],
  [
    'FC-001',
    '$[?(@.attributes.countryCode == "DE")]',
    'elsewhere',
    1,
    'false, @.attributes.countryCode is "FR"',
  ],
  [
    'FC-002',
    '$.changes[?(@.attribute == "lifecycleState")]',
    'lifecycle',
    0,
    'selects {"attribute":"lifecycleState"',
  ],
  [
    'FC-002',
    '$.changes[?(@.attribute == "lifecycleState" && @.oldValue == "active" && @.newValue == "inactive")]',
    'lifecycle',
    1,
    'false, @.oldValue is "draft"',
    'false, @.newValue is "active"',
  ],
  [
    'FC-003',
    '$.accessRequestId != null',
    'request',
    2,
    'DOES NOT COMPILE',
    'character 18 of 25',
    'wrap the test in $[?( )]',
    'Try   $[?(@.accessRequestId != null)]',
  ],
  [
    'FC-003',
    '$[?(@.accessRequestId != null)]',
    'request',
    0,
    'is true for an absent field',
    'Try   $[?(@.accessRequestId)]',
  ],
  [
    'FC-003',
    '$[?(@.nope != null)]',
    'request',
    0,
    'holds because @.nope is absent',
    'Try   $[?(@.nope)]\n      Does not match here.',
  ],
  ['FC-003', '$[?(@.nope)]', 'request', 1, 'not there: $ has no property "nope"'],
  [
    'FC-004',
    '$[?(@.requestedItems[?(@.type == "ENTITLEMENT")])]',
    'request',
    0,
    'is always true',
    'Try   $[?(@.requestedItems[?(@.type == "ENTITLEMENT")] empty false)]\n      Does not match here.',
  ],
  ['FC-004', '$[?(@.requestedItems[?(@.type == "ENTITLEMENT")] empty false)]', 'request', 1],
  [
    'FC-004',
    '$.requestedItems[?(@.type == "ENTITLEMENT")]',
    'request',
    1,
    'false, @.type is "ROLE"',
    '$.requestedItems[1]  @.type is "ACCESS_PROFILE"',
  ],
  [
    'FC-005',
    '$.changes[?(@.attribute =~ /depart/)]',
    'changed',
    1,
    'the pattern has to cover the whole value "department"',
    'Try   $.changes[?(@.attribute =~ /.*depart.*/)]\n      Matches here.',
  ],
  ['FC-005', '$.changes[?(@.attribute =~ /depart.*/)]', 'changed', 0],
  ['FC-005', '$.changes[?(@.attribute =~ /DEPART.*/i)]', 'changed', 0],
  ['FC-005', '$.changes[?(@.attribute contains "part")]', 'changed', 0],
  ['FC-005', '$.changes[?(@.attribute contains "PART")]', 'changed', 1],
  [
    'FC-006',
    '$[?(@.searchResults.Account.count > 9)]',
    'search',
    1,
    'is the string "69"',
    'order holds only between two numbers or two strings',
  ],
  ['FC-006', '$[?(@.searchResults.Account.count > 100)]', 'search', 1, 'order holds only between'],
  ['FC-006', '$[?(@.searchResults.Account.count == 69)]', 'search', 0],
  ['FC-007', '$[?(@.attributes.inactive == true)]', 'created', 1, 'is the string "true"', 'never converted'],
  ['FC-007', '$[?(@.attributes.inactive == "true")]', 'created', 0],
  ['FC-007', '$[?(@.attributes.isManager == false)]', 'created', 0],
  ['FC-007', '$[?(@.attributes.isManager == "false")]', 'created', 1, 'is the boolean false'],
  [
    'FC-008',
    '$[?(@.attributes.uid empty)]',
    'created',
    2,
    'empty true / empty false',
    'Try   $[?(@.attributes.uid empty false)]',
  ],
  ['FC-008', '$[?(@.attributes.uid empty false)]', 'created', 0],
  [
    'FC-008',
    '$[?(@.attributes.email empty true)]',
    'created',
    1,
    'is null',
    'only strings and lists are empty or not empty',
  ],
  ['FC-009', '$.changes[?(@.oldValue == null)]', 'changed', 0],
  [
    'FC-009',
    '$.changes[?(@.attribute == "phone" && @.oldValue == null)]',
    'changed',
    1,
    '$.changes[3] has no property "oldValue"',
    'Which one a tenant uses is not published',
  ],
  ['FC-009', '$.changes[?(@.attribute == "phone" && @.newValue == "")]', 'changed', 0],
  [
    'FC-009',
    '$.changes[?(@.attribute == "phone" && @.newValue == null)]',
    'changed',
    1,
    'null equals only null',
  ],
  [
    'FC-010',
    '$.changes[?(@.attribute == "x")]',
    'withoutChanges',
    1,
    'not there: $ has no property "changes"',
  ],
  ['FC-010', '$.changes[?(@.attribute == "x")]', 'nullChanges', 1, 'neither an object nor a list'],
  ['FC-010', '$.changes[?(@.attribute == "x")]', 'emptyChanges', 1, 'there is no node to test'],
  [
    'FC-011',
    '$.changes[?(@.attribute == “department”)]',
    'changed',
    2,
    'typographic quote',
    'Try   $.changes[?(@.attribute == "department")]',
  ],
  [
    'FC-011',
    '$.changes[?(@.attribute == department)]',
    'changed',
    2,
    'has no quotes',
    'the shell took them',
    'Try   $.changes[?(@.attribute == "department")]',
  ],
  [
    'FC-011',
    ' $.changes[?(@.attribute == "department")]',
    'changed',
    2,
    'a blank stands in front of the $',
    'character 1 of',
  ],
  ['FC-011', '$.changes[?(@.attribute == "department")]\n', 'changed', 0],
  ['FC-011', 'changes[?(@.attribute == "department")]', 'changed', 0],
  ['FC-012', '$[?(@.requestedFor.id == "u1")]', 'request', 0],
  [
    'FC-012',
    '$[?(@.requestedFor.id == "u1")]',
    'requestForList',
    1,
    'Try   $.requestedFor[?(@.id == "u1")]\n      Matches here.',
  ],
  ['FC-012', '$.requestedFor[?(@.id == "u1")]', 'request', 0],
  ['FC-012', '$.requestedFor[?(@.id == "u1")]', 'requestForList', 0],
  [
    'FC-013',
    '$.changes[?(@.attribute anyof ["manager"])]',
    'changed',
    1,
    'no list',
    'Try   $.changes[?(@.attribute in ["manager"])]\n      Matches here.',
  ],
  ['FC-013', '$.changes[?(@.attribute in ["manager"])]', 'changed', 0],
  ['FC-013', '$[?(@.changes[*].attribute anyof ["manager"])]', 'changed', 0],
  ['FC-014', '$.changes[?(@.attribute.length() > 5)]', 'changed', 1, 'never the characters of a string'],
  ['FC-014', '$[?(@.changes.length() > 1)]', 'changed', 0],
  ['FC-014', '$[?(@.changes[?(@.attribute == "manager")] size 1)]', 'changed', 0],
  ['FC-014', '$[?(@.changes[?(@.attribute == "manager")].length() > 0)]', 'changed', 1, 'size counts lists'],
  ['FC-014', '$.changes[?(@.attribute == "manager")].length()', 'changed', 2, 'value   3'],
  ['FC-072', '$[?(@.accessRequestId == "r1")]', 'request', 0, 'they test each member of $, not $ itself'],
  ['FC-072', '$[?($.accessRequestId == "r1")]', 'request', 0],
  [
    'FC-073',
    '$.changes[?@.attribute == "department"]',
    'changed',
    2,
    'valid in RFC 9535, not in a trigger filter',
    'Try   $.changes[?(@.attribute == "department")]',
  ],
  [
    'FC-073',
    '$.changes[?(length(@.attribute) > 5)]',
    'changed',
    2,
    'valid in RFC 9535, not in a trigger filter',
  ],
  ['FC-073', '$.changes[?(@.attribute == "department")]', 'changed', 0],
  ['FC-074', '$[?(@.attributes.uid == "E1")]', 'created', 0, 'it throws'],
  ['FC-074', '$[?(@.attributes.email == null)]', 'created', 0, 'it throws'],
  ['FC-074', '$[?(@.attributes.email == "x")]', 'created', 1, 'it throws'],
  [
    'FC-075',
    '$.requestedItems[?(@.id == "a" && !@.comment)]',
    'request',
    1,
    'whether @.comment is there: it is, and is null',
  ],
  ['FC-075', '$.requestedItems[?(@.id == "b" && !@.comment)]', 'request', 0],
  [
    'FC-075',
    '$.changes[?(@.attribute == "phone" && @.oldValue == null)]',
    'changed',
    1,
    'jsonpath-plus    match',
  ],
  ['FC-076', '$..*.name', 'request', 2, 'cannot be predicted for a tenant'],
  ['FC-076', '$..*[?(@.name == "U")]', 'request', 2, 'cannot be predicted for a tenant'],
  ['FC-077', '$.changes.length()', 'changed', 2, 'value   4', 'what counts as a match is not published'],
  ['FC-077', '$.identity.name', 'changed', 2, 'value   "n"', 'what counts as a match is not published'],
  ['FC-077', '$.nope', 'changed', 2, 'value   nothing', 'has no property "nope"'],
];

const words = ['MATCH', 'NO MATCH', 'UNKNOWN'] as const;

for (const [index, [id, expression, event, exitCode, ...says]] of cases.entries()) {
  test(`${id}.${index}: explains ${expression.trim()} on ${event}, and ends with ${exitCode}`, () => {
    const { text, evaluation, json, ...each } = told(expression, events[event]);

    expect(each.exitCode).toBe(exitCode);
    expect(json).toMatchObject({ schemaVersion: 1, exitCode, expression });
    for (const part of says) expect(text).toContain(part);
    const word = text.includes('DOES NOT COMPILE') ? 'DOES NOT COMPILE' : words[exitCode];
    expect(text).toMatch(new RegExp(`^${word}  .*\\(exit ${exitCode}\\)$`, 'm'));
    expect(evaluation).toMatch(new RegExp(`^${word} .*\\(exit ${exitCode}\\)$`, 'm'));
  });
}

test('FC-002: of several payloads it says how many match, and that all of them do', () => {
  const loose = told('$.changes[?(@.attribute)]', events.lifecycle, events.changed);
  const some = told('$.changes[?(@.attribute == "phone")]', events.lifecycle, events.changed, events.changed);

  expect(loose.text).toContain('2 of 2 payloads match  (exit 0)\nAll of them match');
  expect(loose.exitCode).toBe(0);
  expect(some.evaluation).toContain('2 of 3 payloads match, 1 does not  (exit 1)');
  expect(some.exitCode).toBe(1);
});

test('one payload that cannot be told makes the whole answer one that cannot', () => {
  const { exitCode, evaluation } = told('$[?(@.id =~ /(?=a)a/)]', {}, { id: 'a' }, 3);

  expect(exitCode).toBe(2);
  expect(evaluation).toMatch(/cannot be told {2}\(exit 2\)/);
});
