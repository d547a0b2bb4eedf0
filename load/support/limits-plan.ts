/** What the scenario `subscription-limits` is told besides where the API is. */
export type LimitsPlan = Readonly<{
  /** A virtual user each: the trigger it races on, and the mark in front of its names. */
  racers: readonly Readonly<{ triggerId: string; name: string }>[];
  /** A valid subscription but for its name and trigger. */
  draft: Readonly<Record<string, unknown>>;
  seconds: number;
  /** Between two requests of a racer. */
  pauseSeconds: number;
}>;
