import { counted, oneLine, visible } from '../text.ts';
import type { ConformanceReport, ViolationResult } from './report.ts';
import { isBroken, isWaived } from './totals.ts';
import { waiverText } from './waiver-text.ts';

const shownAtMost = 10;
const longestCurl = 4000;

/** The broken promises, then the waived ones, then the warnings, at most ten of each in full. */
export const violationBlocks = ({ violations }: ConformanceReport): readonly (readonly string[])[] => {
  const broken = violations.filter(isBroken);
  const waived = violations.filter(isWaived);
  const warnings = violations.filter(({ level }) => level === 'should');

  return [
    ...broken.slice(0, shownAtMost).map(brokenBlock),
    ...more(broken.length, 'broken promise'),
    ...(waived.length === 0 ? [] : [waived.slice(0, shownAtMost).flatMap(waivedLines)]),
    ...more(waived.length, 'waived promise'),
    ...(warnings.length === 0 ? [] : [warnings.slice(0, shownAtMost).flatMap(warningLines)]),
    ...more(warnings.length, 'warning'),
  ];
};

const brokenBlock = (violation: ViolationResult): readonly string[] => [
  heading('BROKEN', violation),
  field('statement', violation.statement),
  field('expected', oneLine(violation.expected)),
  ...seenLines(violation),
  ...(violation.curl === undefined ? [] : curlLines(violation.curl)),
  field('rerun', violation.rerun),
];

const waivedLines = (violation: ViolationResult): readonly string[] => [
  heading('WAIVED', violation),
  field('expected', oneLine(violation.expected)),
  ...seenLines(violation),
  ...(violation.waiver === undefined ? [] : [field('waived', waiverText(violation.waiver))]),
];

const warningLines = (violation: ViolationResult): readonly string[] => [
  heading('WARNING', violation),
  field('expected', oneLine(violation.expected)),
  ...seenLines(violation),
];

const seenLines = ({ seen, alsoSeen = [] }: ViolationResult): readonly string[] => [
  field('seen', oneLine(seen)),
  ...alsoSeen.map((other) => field('', `also: ${oneLine(other)}`)),
];

const heading = (
  word: string,
  { clause, level, operation, status, count, apiVersions }: ViolationResult,
): string =>
  [
    word,
    clause,
    `(${level})`,
    `${operation}${status === undefined ? '' : ` ${status}`}`,
    ...(apiVersions.some((version) => version !== 'beta') ? [apiVersions.join(', ')] : []),
    ...(count > 1 ? [`${count} times`] : []),
  ].join('  ');

const field = (name: string, text: string): string => `  ${name.padEnd(11)}${text}`;

const curlLines = (curl: string): readonly string[] => {
  if (curl.length > longestCurl)
    return [field('curl', `${curl.length} characters long: see conformance.json`)];
  const lines = curl.split('\n');
  const [first = '', ...rest] = lines;

  return [field('curl', visible(first)), ...rest.map((line, index) => continued(lines[index], line))];
};

/** Only behind a backslash may a line be moved; elsewhere its blanks belong to a quoted body. */
const continued = (before: string | undefined, line: string): string =>
  before?.endsWith('\\') ? field('', visible(line.trimStart())) : visible(line);

const more = (count: number, noun: string): readonly (readonly string[])[] =>
  count > shownAtMost ? [[`${counted(count - shownAtMost, `more ${noun}`)}, see conformance.json`]] : [];
