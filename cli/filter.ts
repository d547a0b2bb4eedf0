import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import type { TestOptions } from '../filter-tool/test-file/run.ts';
import { colourWanted } from '../reports/conformance/paint.ts';
import { command, type Ended } from './command.ts';

type CommonOptions = Readonly<{ results: string; color: boolean }>;

type Asked = CommonOptions & Readonly<{ payload: readonly string[]; trigger?: string; json?: boolean }>;

const expression = 'the filter, between single quotes: shells take $ and " otherwise';

/** Why a filter that is right for a tenant finds nothing in the vendor's tool (FC-072). */
const vendor = `
A tenant reads filters as Jayway JsonPath. The vendor's command-line tool evaluates another dialect, which holds
$[?(...)] against the members of the event and not against the event itself: it finds nothing where a tenant sends.`;

const exits = `
Exit codes: 0 every payload matches, 1 at least one does not, 2 one cannot be told (a path without a predicate,
..*, a pattern that cannot be judged, an expression that does not compile), or the input is wrong.`;

export const filterCommand = (ended: Ended): Command => {
  const filter = new Command('filter')
    .hook('preAction', () => void process.stdout.on('error', tolerateClosedPipe))
    .description('what a tenant makes of a trigger filter: Jayway JsonPath, explained')
    .exitOverride()
    .addHelpText('after', vendor);
  for (const add of [checkCommand, evalCommand, explainCommand, testCommand]) filter.addCommand(add(ended));

  return filter;
};

const checkCommand = (ended: Ended): Command =>
  command('check', 'whether an expression compiles, and what is suspicious about it', [
    `filter check '$.changes[?(@.attribute == "department")]'`,
    `filter check '$[?(@.attributes.uid empty)]' --json`,
  ])
    .argument('<expression>', expression)
    .configureOutput(toldOfQuotes)
    .option('--json', 'for programs')
    .addHelpText('after', '\nExit codes: 0 it compiles, 1 it does not, 2 the input is wrong.')
    .action(async (text: string, options: Asked) => {
      const { checkFilter } = await import('../filter-tool/ask.ts');
      ended(checkFilter(text, options, output(options)));
    });

const evalCommand = (ended: Ended): Command =>
  asking('eval', 'whether a tenant sends an event, and what the filter selects in it').action(
    async (text: string, options: Asked) => {
      const { evaluateFilter } = await import('../filter-tool/ask.ts');
      ended(await evaluateFilter(text, options, { ...place(), ...output(options) }));
    },
  );

const explainCommand = (ended: Ended): Command =>
  asking('explain', 'why a tenant sends an event or does not, and what other tools say').action(
    async (text: string, options: Asked) => {
      const { explainFilter } = await import('../filter-tool/ask.ts');
      ended(await explainFilter(text, options, { ...place(), ...output(options) }));
    },
  );

const asking = (name: string, description: string): Command =>
  command(name, description, [
    `filter ${name} '$.changes[?(@.attribute == "department")]' --trigger idn:identity-attributes-changed`,
    `filter ${name} '$[?(@.requestedFor.id == "u1")]' --payload one.json --payload other.json`,
    `filter ${name} '$[?(@.requestedFor.id == "u1")]' --payload events/ --json`,
    `filter ${name} '$[?(@.requestedFor)]' --payload - < event.json`,
  ])
    .argument('<expression>', expression)
    .configureOutput(toldOfQuotes)
    .option(
      '--payload <file>',
      'a file with the JSON of an event, a folder of them, or - for standard input; repeatable',
      (file: string, before: readonly string[]) => [...before, file],
      [],
    )
    .option('--trigger <id>', 'the sample input of a trigger')
    .option('--json', 'for programs')
    .addHelpText('after', exits)
    .addHelpText('after', vendor);

const testCommand = (ended: Ended): Command =>
  command('test', 'filters with the payloads that they must and must not match, for CI', [
    'filter test filters.yaml',
    'filter test filters.yaml --watch',
    'filter test filters.yaml --junit filters.xml',
  ])
    .argument('<file>', 'YAML, as below')
    .option('--watch', 'again whenever the file or a payload changes; Ctrl-C ends it')
    .option('--junit <file>', 'where to write JUnit (default: junit.xml in a folder below --results)')
    .addHelpText('after', format)
    .action(async (file: string, options: CommonOptions & TestOptions) => {
      const { testFilters } = await import('../filter-tool/test-file/run.ts');
      ended(await testFilters(file, options, { cwd: process.cwd(), ...output(options) }));
    });

const format = `
The file:
  filters:
    - name: leavers
      filter: $.changes[?(@.attribute == "lifecycleState" && @.newValue == "inactive")]
      trigger: idn:identity-attributes-changed    # only where "sample" is used
      matches:
        - file: events/leaver.json                # beside this file
        - payload: { changes: [{ attribute: lifecycleState, newValue: inactive }] }
      does-not-match:
        - sample                                  # the sample input of the trigger

Exit codes: 0 PASS, 1 FAIL (a payload came out otherwise, or a filter does not compile), 2 INCOMPLETE (a payload
cannot be told, or the input is wrong), 130 interrupted.`;

/** An expression that the shell has cut, and a list of files that it has made, arrive as words too many. */
const toldOfQuotes = {
  outputError: (text: string, write: (text: string) => void) =>
    write(
      text.includes('too many arguments')
        ? `${text}Put the expression between single quotes, and write --payload before each file.\n`
        : text,
    ),
};

const print = (text: string): void => void process.stdout.write(text);

/** A reader that has seen enough, such as head, closes the pipe: that is no failure. */
const tolerateClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
};

const place = () => ({ cwd: process.cwd(), readStandardInput: () => buffer(process.stdin) });

const output = ({ color }: CommonOptions) => ({
  print,
  colour: colourWanted({ terminal: process.stdout.isTTY === true, env: process.env, noColor: !color }),
});
