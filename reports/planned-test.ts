import { cells } from '../contracts/operations.ts';
import { apiVersions } from '../contracts/versions.ts';
import type { CellRef } from './record.ts';
import type { PlannedTest } from './run-records.ts';

type Annotation = Readonly<{ type: string; description?: string }>;

export type Found = Readonly<{
  title: string;
  location: string;
  /** Name of the runner's project: the API version, or a mutant, which is judged as beta. */
  project: string;
  /** What the spec says of itself: `clause` with an id, `cell` with `listTriggers 400`. */
  annotations: readonly Annotation[];
}>;

/** A spec as the runner found it, before it runs: what did not run is known by this alone. */
export const plannedTest = ({ title, location, project, annotations }: Found): PlannedTest => {
  const apiVersion = apiVersions.find((version) => version === project);

  return {
    title,
    location,
    apiVersion: apiVersion ?? 'beta',
    ...(apiVersion === undefined && project !== '' ? { project } : {}),
    clauses: described(annotations, 'clause'),
    cells: described(annotations, 'cell').flatMap(cellNamed),
  };
};

const described = (annotations: readonly Annotation[], wanted: string): readonly string[] =>
  annotations.flatMap(({ type, description }) =>
    type === wanted && description !== undefined ? [description] : [],
  );

const cellNamed = (name: string): readonly CellRef[] =>
  cells
    .filter(({ operation, status }) => `${operation} ${status}` === name)
    .map(({ operation, status }) => ({ operation, status }));
