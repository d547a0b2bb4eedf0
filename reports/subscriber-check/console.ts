import { painted } from '../conformance/paint.ts';
import { counted, oneLine } from '../text.ts';
import type { CheckFinding, CheckReport } from './check-report.ts';

type Head = Pick<CheckReport, 'tool' | 'target' | 'conditions'> &
  Readonly<{
    run: Readonly<{ id: string }>;
    /** Without what may be a secret. */
    url: string;
    answerMs: number;
    /** Where completions arrive; undefined where no mode needs one. */
    callbacks: string | undefined;
    planned: readonly Readonly<{ what: string; modes: readonly string[]; events: number; bytes: number }>[];
    notes: readonly string[];
  }>;

/** What is said before anything is sent: the conditions, and every event that will go out. */
export const checkHead = ({ tool, run, target, conditions, planned, ...rest }: Head): string => {
  const { trigger, modes, credentials, responseDeadline } = conditions;
  const events = planned.reduce((sum, each) => sum + each.events, 0);
  const lines = [
    `${tool.name} ${tool.version}  subscriber check  target: ${target.kind} ${target.host}  run ${run.id}`,
    `trigger ${trigger.id} (${trigger.type})  modes ${modes.join(', ')}  credentials ${credentialWords[credentials]}`,
    `it has ${rest.answerMs / 1000} s to answer${
      rest.callbacks === undefined ? '' : `, and ${responseDeadline} to complete at ${rest.callbacks}`
    }`,
    ...rest.notes.map((note) => `note  ${oneLine(note)}`),
    '',
    `Will POST ${counted(events, 'event')} to ${rest.url}, which cannot tell them from real ones:`,
    ...planned.map(
      ({ what, modes: its, bytes }) => `  ${size(bytes).padStart(7)}  ${what.padEnd(46)}  ${its.join(' ')}`,
    ),
  ];

  return `${lines.join('\n')}\n`;
};

/** What there is to say once all was sent and judged. */
export const checkConsole = (
  report: CheckReport,
  { colour, reportPath }: Readonly<{ colour: boolean; reportPath: string }>,
): string => {
  const blocks = [
    timeLines(report),
    ...report.findings.map(findingLines),
    ...(report.notTried.length === 0
      ? []
      : [report.notTried.map(({ what, reason }) => `not tried  ${what}: ${reason}`)]),
    verdictLines(report, reportPath),
  ];
  const text = `\n${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;

  return colour ? painted(text) : text;
};

const credentialWords = {
  none: 'none (ISC_CHECK_USER and ISC_CHECK_PASSWORD, or ISC_CHECK_BEARER, would be shown)',
  basic: 'basic, from ISC_CHECK_USER and ISC_CHECK_PASSWORD',
  bearer: 'bearer, from ISC_CHECK_BEARER',
} as const;

const size = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${(bytes / 1000).toFixed(1)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const timeLines = ({ timing: { limitMs, firstMs, warm }, completions }: CheckReport): readonly string[] => [
  `Answers      ${[
    firstMs === null ? 'none to the first call' : `first call ${seconds(firstMs)}`,
    ...(warm === null
      ? []
      : [
          `then ${seconds(warm.medianMs)} in the median and ${seconds(warm.maxMs)} at most, of ${counted(warm.count, 'answer')}`,
          warm.maxMs <= limitMs
            ? `${seconds(limitMs - warm.maxMs)} of the ${limitMs / 1000} s were left`
            : `${seconds(warm.maxMs - limitMs)} beyond the ${limitMs / 1000} s`,
        ]),
  ].join('; ')}`,
  ...(completions.expected === 0
    ? []
    : [
        `Completions  ${completions.completed} of ${completions.expected}${completions.slowestMs === null ? '' : `, ${seconds(completions.slowestMs)} behind the event at most`}`,
      ]),
];

const findingLines = (finding: CheckFinding): readonly string[] => {
  const { id, level, statement, basis, expected, seen, events, advice } = finding;
  const isBroken = level === 'must';

  return [
    `${isBroken ? 'BROKEN' : 'WARNING'}  ${id}  (${isBroken ? 'must' : 'should: advice, fails nothing'})`,
    `  statement  ${statement}`,
    `  ${isBroken ? 'certain  ' : 'uncertain'}  ${basis}`,
    `  expected   ${oneLine(expected)}`,
    `  seen       ${oneLine(seen)}`,
    ...(events.length === 0 ? [] : [`  with       ${eventList(events)}`]),
    `  advice     ${advice}`,
  ];
};

const shownEvents = 3;

const eventList = (events: readonly string[]): string => {
  const more = events.length - shownEvents;

  return `${events
    .slice(0, shownEvents)
    .map((event) => oneLine(event))
    .join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
};

const verdictLines = (report: CheckReport, reportPath: string): readonly string[] => {
  const { verdict, exitCode, reasons } = report;
  const width = verdict === 'INCOMPLETE' ? 12 : 8;
  const line = (name: string, text: string) => `${name.padEnd(width)}${text}`;

  return [
    line(verdict, `${summaryOf(report)}  (exit ${exitCode})`),
    ...(verdict === 'INCOMPLETE' ? reasons.map((reason) => line('', oneLine(reason, 500))) : []),
    line('Report', reportPath),
    line('Next', nextStep(report)),
  ];
};

const summaryOf = ({ verdict, events, findings }: CheckReport): string => {
  const broken = findings.filter(({ level }) => level === 'must').length;
  const warnings = findings.length - broken;
  const counts = `${counted(events.length, 'event')} sent, ${broken} broken, ${counted(warnings, 'warning')}`;

  return {
    PASS: `The subscriber does what is documented: ${counts}.`,
    FAIL: `The subscriber breaks what is documented: ${counts}.`,
    INCOMPLETE: `The subscriber could not be judged: ${counts}.`,
  }[verdict];
};

const nextStep = ({ verdict, conditions: { trigger } }: CheckReport): string => {
  if (verdict === 'INCOMPLETE') return 'mend what stands above, then run it again';
  if (verdict === 'FAIL') return 'mend the first finding, then run it again; --mode checks one mode only';

  return `how much it carries: npx isc-triggers load --scenario subscriber --trigger ${trigger.id} --url ...`;
};
