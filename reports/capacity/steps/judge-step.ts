import type { Certificate } from '../../load/load-report.ts';
import type { Phase } from '../../load/phases.ts';
import { refusing } from '../limit.ts';
import { type QuantileEstimate, quantileInterval } from '../statistics/quantile-interval.ts';
import { sortedQuantile } from '../statistics/sample.ts';
import { tailOf } from '../statistics/tail.ts';
import { flowOf } from './flow.ts';
import { isSettled } from './settled.ts';
import type { JudgedStep, Slo, StepOutcome, StepSamples } from './step.ts';

/** Judges one step against the SLO: its quantiles, its flow, whether the generator and the target had settled. */
export const judgeStep = (step: StepSamples, slo: Slo): JudgedStep => {
  const { targetRate, fromMs, untilMs, certificate, conditions, refused = { quota: 0, other: 0 } } = step;
  const [first, end] = [placeOf(step.startsMs, fromMs), placeOf(step.startsMs, untilMs)];
  const seconds = (untilMs - fromMs) / 1000;
  const latencies = step.latenciesMs.slice(first, end);
  const sorted = latencies.toSorted();
  const quantile = (probability: number) => quantileInterval(latencies, { probability, sorted });
  const count = latencies.filter((ms, place) => ms === Infinity || step.missed?.[first + place] === 1).length;
  const samples = latencies.length;
  const measured = {
    targetRate,
    offeredRate: (samples + refused.quota + refused.other) / seconds,
    ...flowOf(step),
    seconds,
    samples,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
    tail: tailOf(latencies),
    missed: { count, share: samples === 0 ? 0 : count / samples },
    refused,
    settled: isSettled(latencies),
    phases: phaseMedians(step, first, end),
    conditions,
    ...(certificate === undefined ? {} : { certificate }),
  };

  return { ...measured, ...verdictOn(measured, slo) };
};

type Measured = Omit<JudgedStep, 'outcome' | 'reasons'>;

const verdictOn = (
  step: Measured,
  slo: Slo,
): Readonly<{ outcome: StepOutcome; reasons: readonly string[] }> => {
  const findings: readonly (readonly [StepOutcome, readonly string[]])[] = [
    ['not-judged', doubts(step)],
    ['over-capacity', excess(step)],
    ['not-judged', tooFew(step.p99)],
    ['broken', breaks(step, slo)],
  ];
  const found = findings.find(([, reasons]) => reasons.length > 0);

  return found === undefined ? { outcome: 'kept', reasons: [] } : { outcome: found[0], reasons: found[1] };
};

/** Why nothing of the step can be trusted. */
const doubts = ({ certificate, settled, backlog }: Measured): readonly string[] => [
  ...(certificate === undefined ? ['it has no certificate: whether the generator kept up is unknown'] : []),
  ...(certificate?.valid === false ? lateness(certificate) : []),
  ...(settled || backlog.grows ? [] : ['latencies were still falling: the target had not warmed up']),
];

const lateness = ({ reasons }: Certificate): readonly string[] =>
  reasons.length === 0 ? ['the generator fell behind'] : reasons;

const excess = ({ backlog, refused, samples, offeredRate }: Measured): readonly string[] => {
  const no = refused.quota + refused.other;

  return [
    ...(backlog.grows ? [`the backlog grew by ${backlog.perSecond.toFixed(1)} events/s`] : []),
    ...(no > refusing * (samples + no)
      ? [`${no} of ${samples + no} events were refused at ${offeredRate.toFixed(1)}/s`]
      : []),
  ];
};

const tooFew = (p99: QuantileEstimate): readonly string[] =>
  p99.kind === 'too-few' ? [`too few samples (${p99.samples}) for p99: it needs ${p99.needed}`] : [];

const breaks = ({ p99, missed }: Measured, slo: Slo): readonly string[] => [
  ...(p99.kind === 'known' && p99.value > slo.p99Ms
    ? [`p99 ${inSeconds(p99.value)} is above ${inSeconds(slo.p99Ms)}`]
    : []),
  ...(missed.share > slo.missedShare
    ? [`${(missed.share * 100).toFixed(2)} % missed, ${(slo.missedShare * 100).toFixed(2)} % allowed`]
    : []),
];

const inSeconds = (ms: number): string => (ms === Infinity ? 'never' : `${(ms / 1000).toPrecision(3)} s`);

const phaseMedians = ({ phases = {} }: StepSamples, first: number, end: number): JudgedStep['phases'] =>
  Object.fromEntries(
    Object.entries(phases).map(([phase, ms]): [Phase | string, number] => [
      phase,
      sortedQuantile(ms.slice(first, end).sort(), 0.5),
    ]),
  );

/** Where the first start at or after a time stands. */
const placeOf = (startsMs: Float64Array, ms: number): number => {
  const place = startsMs.findIndex((start) => start >= ms);

  return place === -1 ? startsMs.length : place;
};
