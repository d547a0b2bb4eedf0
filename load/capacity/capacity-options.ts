/** What `capacity` was asked for on the command line. */
export type CapacityOptions = Readonly<{
  scenario?: string;
  url?: string;
  trigger?: string;
  mode?: string;
  /** Seconds that a step is measured. */
  stepSeconds: number;
  /** Events/s of the first step. */
  rate?: number;
  steps: number;
  from?: string;
  resume?: string;
  eventsPerDay?: number;
  peakFactor?: number;
  burst?: string;
  demand?: string;
  apiCallsPerEvent?: number;
  iOwnThisEndpoint?: string;
  slo?: string;
  results: string;
  color: boolean;
  quiet?: boolean;
}>;
