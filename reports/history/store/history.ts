import type { Item, KeptFinding, Measure, NightHead } from '../night.ts';

/** What the nights before one left; oldest first. */
export type History = Readonly<{
  nights: readonly NightHead[];
  findings: readonly (KeptFinding & At)[];
  /** Of the days that were asked for. */
  measures: readonly (Measure & At)[];
  /** Of the last night that was read whole. */
  items: readonly Item[];
  /** Files that are no nights any more: damaged, or not readable. */
  unreadable: readonly string[];
}>;

/** The night of it, as its `taken`. */
export type At = Readonly<{ taken: string }>;

export const noHistory: History = { nights: [], findings: [], measures: [], items: [], unreadable: [] };
