import type { TriggerType } from '../../contracts/types.ts';
import type { DispatchMode } from '../../dispatch/mode.ts';
import type { RatedStep } from './dispatch-plan.ts';

/** What the scenario `subscriber` is told, as JSON in a file. */
export type SubscriberPlan = Readonly<{
  /** Stands in front of every event's number. */
  mark: string;
  url: string;
  userAgent: string;
  mode: DispatchMode;
  triggerId: string;
  triggerType: TriggerType;
  /** Taken in turn. */
  inputs: readonly Readonly<Record<string, unknown>>[];
  /** Where completions are received; the invocation's part is added. */
  callbackBase: string;
  /** Stands in front of the secret of every invocation. */
  secret: string;
  steps: readonly RatedStep[];
  users: Readonly<{ ready: number; most: number }>;
  timeoutMs: number;
  /** Of k6, by metric: shown in its own output, never a verdict. */
  thresholds: Readonly<Record<string, readonly string[]>>;
  /** Answers of so many events of each step are kept whole, to be judged by the trigger's output schema. */
  keptAnswers: number;
}>;
