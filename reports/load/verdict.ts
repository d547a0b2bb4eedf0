import type { LoadReport, LoadVerdict, ScenarioReport, SloLine } from './load-report.ts';

export type VerdictInput = Readonly<{
  scenarios: readonly ScenarioReport[];
  /** Scenarios that were planned and did not run to their end, with why. */
  unfinished: readonly string[];
  interrupted: boolean;
  leftovers: number;
}>;

export type Judged = Pick<LoadReport, 'verdict' | 'exitCode' | 'reasons'>;

/**
 * The verdict from samples, never from k6's exit code. A measurement whose generator fell behind is INVALID before
 * it is anything else; what was planned and not judged is INCOMPLETE.
 */
export const judgeLoad = ({ scenarios, unfinished, interrupted, leftovers }: VerdictInput): Judged => {
  const invalid = scenarios.flatMap(({ name, certificate }) =>
    certificate.reasons.map((reason) => `${name}: ${reason}`),
  );
  const broken = scenarios.flatMap(({ name, slo, findings }) => [
    ...findings.map((finding) => `${name}: ${finding}`),
    ...slo.filter(({ ok }) => !ok).map((line) => `${name}: ${sloText(line)}`),
  ]);
  const open = [
    ...unfinished,
    ...scenarios.flatMap(({ name, notJudged }) => notJudged.map((reason) => `${name}: ${reason}`)),
    ...(leftovers > 0 ? [`${leftovers} subscriptions of this run are left on the tenant`] : []),
  ];
  const verdict = verdictOf({ invalid, broken, open, interrupted });

  return {
    verdict,
    exitCode: interrupted ? 130 : exitCodes[verdict],
    reasons: [
      ...(interrupted ? ['interrupted'] : []),
      ...(verdict === 'FAIL' ? [...broken, ...open] : [...invalid, ...open, ...broken]),
    ],
  };
};

/** A limit and what was seen of it, in words. */
export const sloText = ({ measure, limit, unit, seen, note }: SloLine): string =>
  `${measure} ${seen === null ? 'is beyond' : `${amount(seen, unit)}, beyond`} ${amount(limit, unit)}${note === undefined ? '' : ` (${note})`}`;

/** A share of a machine, where somebody looked. */
export const cpuText = (share: number | null): string =>
  share === null ? 'not seen' : amount(share, 'share');

export const amount = (value: number, unit: SloLine['unit']): string =>
  unit === 'share'
    ? `${Math.round(value * 1e4) / 100} %`
    : unit === 'ms'
      ? `${Math.round(value * 10) / 10} ms`
      : `${Math.round(value * 10) / 10}/s`;

const exitCodes: Readonly<Record<LoadVerdict, 0 | 1 | 2>> = { PASS: 0, FAIL: 1, INVALID: 2, INCOMPLETE: 2 };

const verdictOf = ({
  invalid,
  broken,
  open,
  interrupted,
}: Readonly<{
  invalid: readonly string[];
  broken: readonly string[];
  open: readonly string[];
  interrupted: boolean;
}>): LoadVerdict => {
  if (interrupted) return 'INCOMPLETE';
  if (invalid.length > 0) return 'INVALID';
  if (broken.length > 0) return 'FAIL';

  return open.length > 0 ? 'INCOMPLETE' : 'PASS';
};
