import { counted, oneLine } from '../text.ts';
import { causes } from './causes.ts';
import type { ConformanceReport, SkippedGroup, SpecResult } from './report.ts';

const shownAtMost = 10;

/** What was not judged: specs that could not, what was skipped and which setting would change it, leftovers. */
export const unjudgedBlocks = (report: ConformanceReport): readonly (readonly string[])[] =>
  [errorLines(report), skippedLines(report), leftoverLines(report)].filter((lines) => lines.length > 0);

const errorLines = ({ specs, tests }: ConformanceReport): readonly string[] => {
  if (tests.error === 0) return [];
  const groups = causes(specs);

  return [
    `Could not judge, ${tests.error} of ${counted(tests.planned, 'spec')}`,
    ...groups
      .slice(0, shownAtMost)
      .flatMap(([cause, stopped]) => [
        row(stopped.length, 'spec', oneLine(cause)),
        `              ${firstOf(stopped)}`,
      ]),
    ...(groups.length > shownAtMost
      ? [`  ${groups.length - shownAtMost} more causes, see conformance.json`]
      : []),
  ];
};

const firstOf = ([first, ...rest]: readonly SpecResult[]): string =>
  `${rest.length > 0 ? 'first of them: ' : ''}${first?.title} (${first?.location})`;

const skippedLines = ({ skipped, totals: { cells, clauses } }: ConformanceReport): readonly string[] => {
  if (skipped.length === 0) return [];
  const groups = skipped.slice(0, 2 * shownAtMost);

  return [
    `Skipped, ${cells.skipped} of ${counted(cells.total, 'cell')} and ${clauses.skipped} of ${counted(clauses.total, 'clause')}`,
    ...groups.flatMap((group) => (group.cells.length > 0 ? [cellLine(group)] : [])),
    ...groups.flatMap((group) =>
      group.clauses.length > 0 ? [row(group.clauses.length, 'clause', why(group))] : [],
    ),
    ...groups.flatMap((group) => (onlySpecs(group) ? [row(group.specs.length, 'spec', why(group))] : [])),
    ...(skipped.length > groups.length
      ? [`  ${skipped.length - groups.length} more reasons, see conformance.json`]
      : []),
  ];
};

/** A spec whose cells and clauses others judged is in no other line. */
const onlySpecs = ({ specs, cells, clauses }: SkippedGroup): boolean =>
  specs.length > 0 && cells.length + clauses.length === 0;

const cellLine = (group: SkippedGroup): string => {
  const [first, ...rest] = group.cells;
  const statuses = new Set(group.cells.map(({ status }) => status));
  const about =
    rest.length === 0 && first !== undefined
      ? `${first.operation} ${first.status}: `
      : statuses.size === 1
        ? `${first?.status}: `
        : '';

  return row(group.cells.length, 'cell', `${about}${why(group)}`);
};

const why = ({ reason, setting }: SkippedGroup): string =>
  `${oneLine(reason)}${setting === undefined ? '' : `; ${oneLine(setting)}`}`;

const row = (count: number, noun: string, text: string): string =>
  `${String(count).padStart(4)} ${`${noun}${count === 1 ? '' : 's'}`.padEnd(7)}  ${text}`;

const leftoverLines = ({ leftovers }: ConformanceReport): readonly string[] =>
  leftovers.length === 0
    ? []
    : [
        `Left over, ${leftovers.length}: npx isc-triggers janitor lists and removes them`,
        ...leftovers
          .slice(0, shownAtMost)
          .map(
            ({ id, name, reason }) =>
              `  ${oneLine(id)}  ${oneLine(name)}${reason === undefined ? '' : `: ${oneLine(reason)}`}`,
          ),
      ];
