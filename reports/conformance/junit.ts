import { element, escaped } from '../render/xml.ts';
import { cut } from '../text.ts';
import type { ConformanceReport, SpecResult, ViolationResult } from './report.ts';
import { isBroken, isWaived } from './totals.ts';
import { waiverText } from './waiver-text.ts';

/**
 * `junit.xml` as GitHub, GitLab and Jenkins read it: a suite a version, a case a spec. What could not be judged
 * is an `<error>`, never a pass, and what is broken and waived is `<skipped>`, for want of a word of its own; verdict
 * and target stand in the properties.
 */
export const renderJunit = (report: ConformanceReport): string => {
  const { tool, tests, run, target } = report;
  const suites = target.apiVersions.map((version) =>
    suite(
      report,
      version,
      report.specs.filter(({ apiVersion }) => apiVersion === version),
    ),
  );
  const counts = {
    tests: tests.planned,
    failures: tests.failed,
    errors: tests.error,
    skipped: tests.skipped + tests.waived,
    time: run.seconds.toFixed(3),
  };

  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: `${tool.name} gate`, ...counts }, suites)}\n`;
};

const suite = (report: ConformanceReport, version: string, specs: readonly SpecResult[]): string => {
  const { run, target, verdict, exitCode, reasons, totals } = report;
  const count = (outcome: SpecResult['outcome']) => specs.filter((spec) => spec.outcome === outcome).length;
  const properties = {
    verdict,
    exitCode,
    ...(reasons.length === 0 ? {} : { reasons: reasons.join('; ') }),
    ...(totals.stale === 0 ? {} : { staleWaivers: totals.stale }),
    target: target.kind,
    host: target.host,
    apiVersion: version,
    run: run.id,
  };
  const attributes = {
    name: `${version} ${target.kind === 'mock' ? 'mock' : target.host}`,
    tests: specs.length,
    failures: count('failed'),
    errors: count('error'),
    skipped: count('skipped') + count('waived'),
    time: specs.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
    timestamp: run.started,
    hostname: target.host,
  };

  return element('testsuite', attributes, [
    element(
      'properties',
      {},
      Object.entries(properties).map(([name, value]) => element('property', { name, value })),
    ),
    ...specs.map((spec) => testcase(spec, report.violations)),
  ]);
};

const testcase = (spec: SpecResult, all: readonly ViolationResult[]): string => {
  const violations = all.filter(({ fingerprint }) => spec.violations.includes(fingerprint));
  const attributes = {
    name: spec.title,
    classname: `${spec.apiVersion}.${classNameOf(spec.location)}`,
    time: spec.seconds.toFixed(3),
    file: spec.location.replace(/:\d+$/, ''),
  };

  const said = outputOf(spec, violations);

  return element('testcase', attributes, [
    ...outcomeElements[spec.outcome](spec, violations),
    ...(said === '' ? [] : [element('system-out', {}, [escaped(said)])]),
  ]);
};

type OutcomeElements = (spec: SpecResult, violations: readonly ViolationResult[]) => readonly string[];

const outcomeElements: Readonly<Record<SpecResult['outcome'], OutcomeElements>> = {
  passed: () => [],
  failed: (_spec, violations) => {
    const broken = violations.filter(isBroken);
    const message = broken.map(({ clause, seen }) => `${clause}: ${cut(seen, 200)}`).join('; ');
    return [
      element('failure', { message: message || 'broken', type: broken[0]?.clause ?? 'must' }, [
        escaped(broken.map(details).join('\n\n')),
      ]),
    ];
  },
  skipped: ({ skip }) => [
    element('skipped', {
      message: `${skip?.capability ?? 'unknown'}: ${skip?.reason ?? 'no reason was given'}${skip?.setting === undefined ? '' : `; ${skip.setting}`}`,
    }),
  ],
  waived: (_spec, violations) => [
    element('skipped', {
      message: `waived: ${violations
        .filter(isWaived)
        .map(({ clause, waiver }) => `${clause} until ${waiver?.expires} by ${waiver?.owner}`)
        .join('; ')}`,
    }),
  ],
  error: ({ error }) => [element('error', { message: error || 'could not judge', type: 'incomplete' })],
};

/** What is no outcome of JUnit, in one element: GitLab reads one output a case. */
const outputOf = ({ outcome }: SpecResult, violations: readonly ViolationResult[]): string =>
  [
    ...(outcome === 'waived' ? [told('waived', violations.filter(isWaived))] : []),
    told(
      'warning',
      violations.filter(({ level }) => level === 'should'),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n\n');

const told = (word: string, violations: readonly ViolationResult[]): string =>
  violations.length === 0 ? '' : `${word}\n${violations.map(details).join('\n\n')}`;

const details = (violation: ViolationResult): string =>
  [
    `${violation.clause} (${violation.level}) ${violation.operation} ${violation.status ?? ''}`.trimEnd(),
    `statement: ${violation.statement}`,
    `expected: ${violation.expected}`,
    `seen: ${violation.seen}`,
    ...(violation.waiver === undefined ? [] : [`waived: ${waiverText(violation.waiver)}`]),
    ...(violation.curl === undefined ? [] : [`curl: ${violation.curl}`]),
    `rerun: ${violation.rerun}`,
  ].join('\n');

/** `specs/subscriptions/limit.spec.ts:12` -> `subscriptions.limit`: readers make folders of the dots. */
const classNameOf = (location: string): string =>
  location
    .replace(/^specs\//, '')
    .replace(/\.spec\.[jt]s:\d+$/, '')
    .replaceAll('/', '.');
