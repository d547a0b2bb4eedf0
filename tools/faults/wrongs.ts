import type { Came } from './trial.ts';

type Wrong = Readonly<{ what: string; is: (came: Came) => boolean }>;

/** What must not come of a run, whatever befalls it. */
const wrongs: readonly Wrong[] = [
  { what: 'it did not end', is: ({ code }) => code === undefined },
  { what: 'processes of it lived on', is: ({ survivors }) => survivors > 0 },
  { what: 'something of it is left after janitor --yes', is: ({ leftovers }) => leftovers.length > 0 },
  { what: 'janitor --yes did not end with 0', is: ({ janitor }) => janitor.code !== 0 },
  { what: "other people's subscriptions changed", is: ({ isForeignChanged }) => isForeignChanged },
  { what: 'it claims more than it judged', is: (came) => claimsPass(came) && !isWhole(came) },
  {
    what: 'it says PASS and its report does not',
    is: ({ code, report }) => code === 0 && report?.verdict !== 'PASS',
  },
  {
    what: 'it accuses the tenant of what befell the run',
    is: ({ strike, output, report }) =>
      !strike.breaks && (/^BROKEN/m.test(output) || report?.verdict === 'FAIL'),
  },
  {
    what: 'it ended with a code that nobody knows',
    is: ({ code }) => ![0, 1, 2, 130, null, undefined].includes(code),
  },
  {
    what: 'a stack is printed',
    is: ({ output, janitor }) => /^\s+at .*:\d+:\d+/m.test(output + janitor.output),
  },
  {
    what: 'a mistake of the program is printed',
    is: ({ output, janitor }) => /mistake of the program/.test(output + janitor.output),
  },
];

export const wrongsOf = (came: Came): readonly string[] =>
  wrongs.filter(({ is }) => is(came)).map(({ what }) => what);

const claimsPass = ({ code, output, report }: Came): boolean =>
  code === 0 || /^PASS/m.test(output) || report?.verdict === 'PASS';

/** As many specs judged as where nothing befalls the run. */
const isWhole = ({ report, reference }: Came): boolean =>
  report !== undefined &&
  report.tests.planned === reference.planned &&
  report.tests.skipped === reference.skipped &&
  report.tests.passed === reference.planned - reference.skipped;
