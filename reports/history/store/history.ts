import type { Subject } from '../../health/finding.ts';
import type { Item, KeptFinding, NightHead } from '../night.ts';
import type { MeasureName } from '../trends/measures.ts';
import type { Point } from '../trends/point.ts';

/** What the nights before one left; oldest first. */
export type History = Readonly<{
  nights: readonly NightHead[];
  findings: readonly (KeptFinding & At)[];
  /** Of the days that were asked for. */
  series: readonly Series[];
  /** Of the last night that was read whole. */
  items: readonly Item[];
  /** Files that are no nights any more: damaged, or not readable. */
  unreadable: readonly string[];
}>;

/** The night of it, as its `taken`. */
export type At = Readonly<{ taken: string }>;

/** What was measured of one subject, in the order of time. */
export type Series = Readonly<{ name: MeasureName; subject: Subject; points: readonly Point[] }>;

export const noHistory: History = { nights: [], findings: [], series: [], items: [], unreadable: [] };
