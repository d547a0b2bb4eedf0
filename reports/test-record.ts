import type { SkipRecord, TestRecord, ViolationRecord } from './record.ts';
import type { PlannedTest } from './run-records.ts';
import { cut, oneLine, withoutAnsi } from './text.ts';

/** What the runner knows of a test's end. */
export type TestEnd = Readonly<{
  status: 'passed' | 'failed' | 'timedOut' | 'skipped' | 'interrupted';
  milliseconds: number;
  messages: readonly string[];
  annotations: readonly Readonly<{ type: string; description?: string }>[];
  /** Text of the attachment `isc-record`: what only the worker knows; absent when the worker did not get that far. */
  attachment?: string;
}>;

/** The part of a test record that its fixture attaches. */
type Attached = Partial<
  Pick<
    TestRecord,
    'violations' | 'exchanges' | 'skip' | 'error' | 'clauses' | 'judged' | 'cells' | 'apiVersion'
  >
>;

export const attachmentName = 'isc-record';

/** Makes the record of a test from its attachment and its end; what cannot be read is an error, never a pass. */
export const testRecord = (planned: PlannedTest, end: TestEnd): TestRecord => {
  const attached = parsed(end.attachment);
  const violations = (attached?.violations ?? []).map(inBrief);
  const skip = attached?.skip ?? skipOf(end);
  const error = attached?.error ?? errorOf(attached, end, violations) ?? silentSkip(end, skip);

  return {
    ...planned,
    apiVersion: attached?.apiVersion ?? planned.apiVersion,
    clauses: attached?.clauses ?? planned.clauses,
    ...(attached?.judged === undefined ? {} : { judged: attached.judged }),
    cells: attached?.cells ?? planned.cells,
    outcome: outcomeOf(violations, skip, error),
    ...(skip === undefined ? {} : { skip }),
    ...(error === undefined ? {} : { error: message(error) }),
    violations,
    exchanges: attached?.exchanges ?? [],
    seconds: end.milliseconds / 1000,
  };
};

const outcomeOf = (
  violations: readonly ViolationRecord[],
  skip: SkipRecord | undefined,
  error: string | undefined,
): TestRecord['outcome'] => {
  if (violations.some(({ level }) => level === 'must')) return 'failed';
  if (error !== undefined) return 'error';

  return skip === undefined ? 'passed' : 'skipped';
};

const parsed = (attachment: string | undefined): Attached | undefined => {
  try {
    const value: unknown = JSON.parse(attachment ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

const skipOf = ({ status, annotations }: TestEnd): SkipRecord | undefined => {
  if (status !== 'skipped') return undefined;

  const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
  return reason === undefined ? undefined : { capability: 'unknown', reason };
};

const errorOf = (
  attached: Attached | undefined,
  { status, messages, milliseconds }: TestEnd,
  violations: readonly ViolationRecord[],
): string | undefined => {
  const [first] = messages;
  if (status === 'timedOut') return `no end within its time: stopped after ${Math.round(milliseconds)} ms`;
  if (status === 'interrupted') return 'interrupted';
  if (status === 'failed' && !violations.some(({ level }) => level === 'must'))
    return first ?? 'failed without a word';
  if (attached === undefined && status !== 'skipped') return first ?? 'the test left no record';

  return undefined;
};

/** The runner skips what stands behind a failed hook: nobody said why, so nobody chose it. */
const silentSkip = ({ status }: TestEnd, skip: SkipRecord | undefined): string | undefined =>
  status === 'skipped' && skip === undefined ? 'was skipped without a reason' : undefined;

/** A sentence or two: no colours, no stack. */
const message = (text: string): string =>
  oneLine(
    withoutAnsi(text)
      .split('\n')
      .filter((line) => !/^\s+at\s/.test(line))
      .join('\n')
      .replace(/^(?:\w*Error: )/, ''),
    500,
  );

const longestBody = 4000;

/** A body may hold records of other people: what a violation needs of it is its beginning. */
const inBrief = (violation: ViolationRecord): ViolationRecord => {
  const { exchange } = violation;
  if (exchange === undefined) return violation;

  const { response } = exchange;
  const text = cut(response.text, longestBody);
  return { ...violation, exchange: { ...exchange, response: { ...response, text, body: undefined } } };
};
