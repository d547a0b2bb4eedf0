/** A series in one night. */
export type Point = Readonly<{
  /** ISO 8601 UTC. */
  taken: string;
  value: number;
  /** How many invocations or requests it is made of. */
  samples: number;
}>;

/** From one night to a later one, in days. */
export const daysBetween = (earlier: string, later: string): number =>
  (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
