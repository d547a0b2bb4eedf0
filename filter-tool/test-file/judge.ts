import { type Case, compile, type Explanation, explain } from '../../filters/index.ts';
import { UsageError } from '../../gate/gate-options.ts';
import { visible } from '../../reports/text.ts';
import { placeOf } from '../compile-text.ts';
import { type Payload, samplePayload } from '../payload.ts';
import { readPayload } from '../read-payloads.ts';
import { reasonOf } from '../reason.ts';
import type { FilterCases, Judged, JudgedFilter, Outcome, Wanted } from './model.ts';

/** The test file as it was named, and the folder that its payload files are named from. */
export type TestPlace = Readonly<{ file: string; folder: string }>;

/** Holds a filter against its payloads. A UsageError says which payload cannot be read, and where it is named. */
export const judgeFilter = (cases: FilterCases, place: TestPlace): JudgedFilter => {
  const judged = cases.wanted.map((wanted) => judge(cases.filter, wanted, payloadOf(wanted, place)));

  return { cases, judged, outcome: worst(judged.map(({ outcome }) => outcome)) };
};

const payloadOf = ({ source, line }: Wanted, { file, folder }: TestPlace): Payload => {
  switch (source.kind) {
    case 'payload':
      return { name: `payload in line ${line}`, value: source.value };
    case 'sample':
      return samplePayload(source.trigger);
    case 'file':
      try {
        return readPayload(source.file, folder);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        throw new UsageError(`${visible(file)}:${line} ${error.message}`);
      }
  }
};

const judge = (filter: string, wanted: Wanted, { name, value }: Payload): Judged => {
  const explanation = explain(filter, value);
  const [only] = explanation.compiles ? explanation.cases : [];
  const verdict = only?.verdict ?? 'does not compile';
  const outcome = verdict === 'unknown' ? 'unknown' : verdict === wanted.verdict ? 'kept' : 'broken';

  return {
    wanted,
    name,
    verdict,
    outcome,
    because: outcome === 'kept' ? '' : reason(explanation, only, value),
  };
};

const reason = (explanation: Explanation, only: Case | undefined, value: unknown): string => {
  if (!explanation.compiles)
    return `${placeOf(explanation.expression, explanation.error.position)}: ${explanation.error.message}`;
  const compiled = compile(explanation.expression);

  return only === undefined || !compiled.ok ? '' : reasonOf(compiled.path, only, value);
};

const worst = (outcomes: readonly Outcome[]): Outcome =>
  (['broken', 'unknown'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'kept';
