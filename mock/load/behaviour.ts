/** How a tenant behaves under load, in the words of `mock --load`. Times in ms; what is left out does not happen. */
export type LoadBehaviour = Readonly<{
  /** Every API request takes up one worker for so long. */
  service?: number;
  /** How many requests are served at once; 1 where only `service` is given. */
  workers?: number;
  freeze?: FreezeSpan;
  /** An event leaves so long after the request that started it. */
  dispatchDelay?: number;
  /** The list of statuses is so far behind. */
  statusDelay?: number;
  /** Share of dispatches that are never sent, 0 to 1. */
  dropDispatch?: number;
  /** Share of dispatches that are sent twice, 0 to 1; none of those that are dropped. */
  duplicateDispatch?: number;
}>;

/** A time in which a tenant stands still. `start` counts from its first API request. In ms. */
export type FreezeSpan = Readonly<{ start: number; duration: number }>;
