import { counted, visible } from '../../reports/text.ts';
import { labelled, quoted } from '../show.ts';
import { exitCodes, type Judged, type JudgedFilter, verdictOf } from './model.ts';

/** The verdict of each filter of a test file, of what is not as wanted also why, and the verdict of all. */
export const testText = (file: string, filters: readonly JudgedFilter[]): string =>
  [...filters.flatMap((filter) => filterLines(file, filter)), '', ...closingLines(filters), ''].join('\n');

const width = 12;

const filterLines = (file: string, { cases, judged, outcome }: JudgedFilter): readonly string[] => {
  const kept = judged.filter((each) => each.outcome === 'kept').length;
  const verdict = verdictOf([outcome]);

  return [
    `${verdict.padEnd(width - 2)}  ${visible(cases.name)}  ${kept} of ${counted(judged.length, 'payload')} as wanted`,
    ...(outcome === 'kept' ? [] : [labelled('  filter', visible(cases.filter), width)]),
    ...judged.flatMap((each) => (each.outcome === 'kept' ? [] : judgedLines(file, cases.filter, each))),
  ];
};

const judgedLines = (file: string, filter: string, each: Judged): readonly string[] => [
  labelled('  payload', `${visible(each.name)}  ${visible(file)}:${each.wanted.line}`, width),
  labelled('  wanted', each.wanted.verdict, width),
  labelled('  seen', `${each.verdict}: ${visible(each.because)}`, width),
  ...(each.verdict === 'does not compile'
    ? [labelled('  why', `npx isc-triggers filter check ${quoted(filter)}`, width)]
    : explainLine(filter, each)),
];

/** A payload that stands in the test file has no name that a command line could give. */
const explainLine = (filter: string, { wanted: { source } }: Judged): readonly string[] => {
  if (source.kind === 'payload') return [];
  const named = source.kind === 'sample' ? `--trigger ${source.trigger}` : `--payload ${quoted(source.file)}`;

  return [labelled('  why', `npx isc-triggers filter explain ${quoted(filter)} ${named}`, width)];
};

const closingLines = (filters: readonly JudgedFilter[]): readonly string[] => {
  const verdict = verdictOf(filters.map(({ outcome }) => outcome));
  const all = filters.flatMap(({ judged }) => judged);
  const count = (outcome: Judged['outcome']): number => all.filter((each) => each.outcome === outcome).length;
  const parts = [
    `${count('kept')} of ${counted(all.length, 'payload')} as wanted`,
    ...(count('broken') > 0 ? [`${count('broken')} otherwise`] : []),
    ...(count('unknown') > 0 ? [`${count('unknown')} cannot be told`] : []),
  ];

  return [
    `${verdict.padEnd(width - 2)}  ${counted(filters.length, 'filter')}: ${parts.join(', ')}  (exit ${exitCodes[verdict]})`,
  ];
};
