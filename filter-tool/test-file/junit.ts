import { element, escaped } from '../../reports/render/xml.ts';
import type { Judged, JudgedFilter } from './model.ts';

/** JUnit: a suite a filter, a case a payload. What cannot be told is an error, never a pass. */
export const testJunit = (file: string, filters: readonly JudgedFilter[]): string => {
  const all = filters.flatMap(({ judged }) => judged);
  const suites = filters.map(({ cases, judged }) =>
    element('testsuite', { name: cases.name, ...countsOf(judged), file }, [
      element('properties', {}, [element('property', { name: 'filter', value: cases.filter })]),
      ...judged.map((each) => testcase(file, cases.name, each)),
    ]),
  );
  const root = element('testsuites', { name: 'isc-triggers filter test', ...countsOf(all) }, suites);

  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
};

const countsOf = (judged: readonly Judged[]) => ({
  tests: judged.length,
  failures: judged.filter(({ outcome }) => outcome === 'broken').length,
  errors: judged.filter(({ outcome }) => outcome === 'unknown').length,
  skipped: 0,
  time: '0.000',
});

const testcase = (
  file: string,
  filter: string,
  { wanted, name, outcome, verdict, because }: Judged,
): string => {
  const title = `${wanted.verdict === 'match' ? 'matches' : 'does not match'}: ${name}`;
  const message = `wanted ${wanted.verdict}, seen ${verdict}: ${because}`;
  const attributes = { name: title, classname: filter, time: '0.000', file, line: wanted.line };
  if (outcome === 'kept') return element('testcase', attributes);

  return element('testcase', attributes, [
    element(outcome === 'broken' ? 'failure' : 'error', { message, type: verdict }, [
      escaped(`${file}:${wanted.line}\n${message}`),
    ]),
  ]);
};
