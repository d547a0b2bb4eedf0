import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Capability } from '../specs/support/capabilities.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import { runnerLog, runSpecs } from './run-specs.ts';
import { InterruptedError, listenToSignals } from './signals.ts';

/** What a spec says of itself. */
export type ListedSpec = Readonly<{
  title: string;
  /** Relative to `specs/`, with forward slashes. */
  file: string;
  clauses: readonly string[];
  /** The cells that it provokes: `listTriggers 400`. */
  cells: readonly string[];
  needs: readonly Capability[];
}>;

type Annotation = Readonly<{ type: string; description?: string }>;
type Suite = Readonly<{
  suites?: readonly Suite[];
  specs: readonly Readonly<{
    title: string;
    file: string;
    tests: readonly Readonly<{ annotations: readonly Annotation[] }>[];
  }>[];
}>;

/** Asks the runner for all specs without running one. */
export const listSpecs = async (
  run: RunContext,
  { cwd, env }: Readonly<{ cwd: string; env: NodeJS.ProcessEnv }>,
): Promise<readonly ListedSpec[]> => {
  using signals = listenToSignals();
  const { interrupted } = await runSpecs({ run, cwd, env, signals, args: ['--list', '--reporter', 'json'] });
  if (interrupted) throw new InterruptedError('Interrupted.');
  const { suites } = JSON.parse(readFileSync(join(run.folder, runnerLog), 'utf8')) as Readonly<{
    suites: readonly Suite[];
  }>;

  return suites.flatMap(specsOf);
};

const specsOf = ({ suites = [], specs }: Suite): readonly ListedSpec[] => [
  ...suites.flatMap(specsOf),
  ...specs.flatMap(({ title, file, tests }) =>
    tests.map(({ annotations }) => ({
      title,
      file,
      clauses: described(annotations, 'clause'),
      cells: described(annotations, 'cell'),
      needs: described(annotations, 'needs') as readonly Capability[],
    })),
  ),
];

const described = (annotations: readonly Annotation[], wanted: string): readonly string[] =>
  annotations.flatMap(({ type, description }) => (type === wanted && description ? [description] : []));
