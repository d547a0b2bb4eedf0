import type { Unit } from './units.ts';

type MeasureRules = Readonly<{
  /** `failed share of invocations`. */
  title: string;
  /** What it is tested in; a count is kept and drawn, and not tested. */
  unit: Unit | 'count';
  impact: string;
}>;

/** What is measured each night; more is worse. */
export const measures = {
  'invocations.failed-share': {
    title: 'failed share of invocations',
    unit: 'share',
    impact: 'more and more events are lost, or access requests fail',
  },
  'invocations.median-time': {
    title: 'median time to completion',
    unit: 'milliseconds',
    impact: 'nearer to the response deadline than before',
  },
  'invocations.p95-time': {
    title: 'p95 time to completion',
    unit: 'milliseconds',
    impact: 'nearer to the response deadline than before',
  },
  'api.median-latency': {
    title: 'median latency of the API',
    unit: 'milliseconds',
    impact: 'completions come later',
  },
  'api.refused-share': {
    title: 'share of requests answered 429 or 5xx, or not at all',
    unit: 'share',
    impact: 'completions wait or fail',
  },
  'trigger.subscriptions': { title: 'subscriptions', unit: 'count', impact: '' },
} as const satisfies Readonly<Record<string, MeasureRules>>;

export type MeasureName = keyof typeof measures;

export const isMeasureName = (name: string): name is MeasureName => Object.hasOwn(measures, name);
