import { mkdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { newRunId } from '../../client/run-mark.ts';
import { UsageError } from '../../gate/gate-options.ts';
import { makeRunFolder } from '../../gate/run-folder.ts';
import { visible } from '../../reports/text.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import type { Output } from '../ask.ts';
import { paintedVerdicts } from '../paint.ts';
import { readText } from '../read-payloads.ts';
import { judgeFilter } from './judge.ts';
import { testJunit } from './junit.ts';
import { exitCodes, type FilterCases, type JudgedFilter, verdictOf } from './model.ts';
import { parseTestFile } from './parse.ts';
import { testText } from './text.ts';
import { watchFiles } from './watch.ts';

export type TestOptions = Readonly<{ watch?: boolean; junit?: string; results: string }>;

type Place = Output & Readonly<{ cwd: string }>;

/** `filter test`: 0 PASS, 1 FAIL, 2 INCOMPLETE, 130 when a watch was ended. A UsageError says which input is wrong. */
export const testFilters = async (
  file: string,
  { watch = false, junit, results }: TestOptions,
  place: Place,
): Promise<number> => {
  const once = (): JudgedFilter['outcome'][] => {
    const judged = judgeAndTell(file, place);
    if (junit !== undefined || !watch) writeJunit(file, judged, { junit, results, place });
    return judged.map(({ outcome }) => outcome);
  };
  if (!watch) return exitCodes[verdictOf(once())];

  return watchFiles({ again: () => void once(), files: () => filesOf(file, place), print: place.print });
};

const judgeAndTell = (file: string, { cwd, print, colour }: Place): readonly JudgedFilter[] => {
  const folder = dirname(resolve(cwd, file));
  const judged = casesOf(file, cwd).map((cases) => judgeFilter(cases, { file, folder }));
  const text = testText(file, judged);
  print(colour ? paintedVerdicts(text) : text);

  return judged;
};

const casesOf = (file: string, cwd: string): readonly FilterCases[] =>
  parseTestFile(file, readText(file, cwd));

type Where = Readonly<{ junit: string | undefined; results: string; place: Place }>;

const writeJunit = (
  file: string,
  judged: readonly JudgedFilter[],
  { junit, results, place }: Where,
): void => {
  const path =
    junit === undefined
      ? join(makeRunFolder(resolve(place.cwd, results), 'filter-test', newRunId(), new Date()), 'junit.xml')
      : resolve(place.cwd, junit);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, testJunit(file, judged));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${visible(path)} cannot be written: ${code}.`);
  }
  const fromHere = relative(place.cwd, path);
  place.print(`Report  ${visible(fromHere.startsWith('..') ? path : fromHere)}\n`);
};

/** The test file and the payload files that it names, absolute; the test file alone where it cannot be read. */
const filesOf = (file: string, { cwd }: Place): readonly string[] => {
  const own = resolve(cwd, file);
  try {
    const payloads = casesOf(file, cwd).flatMap(({ wanted }) =>
      wanted.flatMap(({ source }) => (source.kind === 'file' ? [resolve(dirname(own), source.file)] : [])),
    );
    return [own, ...payloads];
  } catch {
    return [own];
  }
};
