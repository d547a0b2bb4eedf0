/** A stretch of time at one rate, or on the way from one to another. */
export type Step = Readonly<{
  /** Share of the run's rate at its end, and all the way where `from` is left out. */
  share: number;
  /** Share of the run's rate at its start. */
  from?: number;
  seconds: number;
  /** Is not measured: it lets connections and caches settle. */
  warmup?: true;
}>;

/** How many events, how fast. */
export type Workload = Readonly<{
  /** What it is for. */
  purpose: string;
  /** Events/s where nobody says otherwise. */
  rate: number;
  steps: readonly Step[];
  /** It ends once the target is past its limit for good: more would tell nothing, and only harm it. */
  endsPastLimit?: true;
}>;
