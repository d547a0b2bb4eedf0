import type { CapacityReport } from './report.ts';
import type { QuantileEstimate } from './statistics/quantile-interval.ts';
import type { JudgedStep } from './steps/step.ts';

/** A report as it was before it was written: JSON has null for times that have no end. */
export const withEnds = (report: CapacityReport): CapacityReport => ({
  ...report,
  steps: report.steps.map(stepWithEnds),
});

const stepWithEnds = (step: JudgedStep): JudgedStep => ({
  ...step,
  p50: quantile(step.p50),
  p95: quantile(step.p95),
  p99: quantile(step.p99),
  phases: Object.fromEntries(Object.entries(step.phases).map(([phase, ms]) => [phase, ended(ms)])),
});

const quantile = (estimate: QuantileEstimate): QuantileEstimate =>
  estimate.kind === 'too-few'
    ? estimate
    : { ...estimate, value: ended(estimate.value), low: ended(estimate.low), high: ended(estimate.high) };

const ended = (ms: number | null): number => ms ?? Number.POSITIVE_INFINITY;
