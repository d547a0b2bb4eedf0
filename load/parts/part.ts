import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../gate/gate-options.ts';
import type { LoadReport } from '../../reports/load/load-report.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import type { LoadMode } from '../dispatch/legs.ts';
import type { Users } from '../dispatch/users.ts';
import type { PartEnd } from '../k6/runner-end.ts';
import type { EventTarget, RatedStep } from '../support/dispatch-plan.ts';

/** What holds of a whole run, and is known before it starts. */
export type RunHead = Pick<LoadReport, 'tool' | 'target'> &
  Readonly<{
    run: Readonly<{ id: string; started: string }>;
    conditions: Omit<LoadReport['conditions'], 'machineCpuShare'>;
    /** What was planned, by name. */
    scenarios: readonly string[];
  }>;

type Told = Readonly<{
  schemaVersion: 1;
  slo: LoadSlo;
  /** Its place in its scenario, from 0. */
  part: number;
  /** Stands in front of every event's number. */
  mark: string;
  steps: readonly RatedStep[];
  users: Users;
  /** How many runners its events were split over. */
  segments: number;
  /** Why its steps are not all that was planned, where the target was past its limit. */
  early?: string;
}>;

/**
 * What a part of a run was told, `part.json` in its folder: with it and the raw files beside it the run can be counted
 * again, be it from elsewhere.
 */
export type Part = Told &
  (
    | Readonly<{
        scenario: 'dispatch-latency';
        targets: readonly EventTarget[];
        fanOut: number;
        visible: boolean;
        /** Modes that were asked for, and whose places others hold. */
        left: readonly LoadMode[];
      }>
    | Readonly<{ scenario: 'subscriber'; mode: LoadMode; triggerId: string; secret: string }>
  );

export type PartOf<Scenario extends Part['scenario']> = Extract<Part, { scenario: Scenario }>;

/** With what its run says of itself; without that it cannot be counted again, and is not written. */
export const writePart = (folder: string, part: Part, head: RunHead | undefined): void => {
  if (head !== undefined)
    writeWhole(join(folder, partName), `${JSON.stringify({ ...part, head }, null, 2)}\n`);
};

/** How it came to its end, where that was seen. */
export const writeEnd = (folder: string, end: PartEnd): void =>
  writeWhole(join(folder, endName), `${JSON.stringify(end, null, 2)}\n`);

export type FoundPart = Readonly<{ folder: string; part: Part; head: RunHead; end: PartEnd | undefined }>;

/** The parts that a run's folder holds, in their order. Throws UsageError where one is of another version. */
export const findParts = (folder: string): readonly FoundPart[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, partName)))
    .map(({ name }) => readPart(join(folder, name)))
    .toSorted((one, other) => one.part.part - other.part.part);

const partName = 'part.json';
const endName = 'ended.json';

const readPart = (folder: string): FoundPart => {
  const { head, ...part }: Part & Readonly<{ head: RunHead }> = JSON.parse(
    readFileSync(join(folder, partName), 'utf8'),
  );
  if (part.schemaVersion !== 1)
    throw new UsageError(
      `${join(folder, partName)} is of schema ${part.schemaVersion}; this version reads 1. Take the version that wrote it.`,
    );
  const end = join(folder, endName);

  return { folder, part, head, end: existsSync(end) ? JSON.parse(readFileSync(end, 'utf8')) : undefined };
};
