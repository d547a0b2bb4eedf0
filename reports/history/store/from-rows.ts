import { type Subject, severities } from '../../health/finding.ts';
import type { Item, KeptFinding, Measure, NightHead } from '../night.ts';
import { isMeasureName } from '../trends/measures.ts';
import type { At } from './history.ts';

/** A row as DuckDB gives it: null where nothing was written. */
export type ReadRow = Readonly<Record<string, unknown>>;

// What a later version wrote and this one does not know is left out, and no reason to fail.

export const nightIn = (row: ReadRow): readonly NightHead[] => {
  const verdict = verdicts.find((each) => each === row.grade);

  return verdict === undefined
    ? []
    : [
        {
          taken: text(row.taken),
          run: text(row.run),
          apiVersion: text(row.name),
          verdict,
          whole: row.whole === true,
        },
      ];
};

export const findingIn = (row: ReadRow): readonly (KeptFinding & At)[] => {
  const severity = severities.find((each) => each === row.grade);
  const subject = subjectIn(row);

  return severity === undefined || subject === undefined
    ? []
    : [
        {
          taken: text(row.taken),
          id: text(row.name),
          severity,
          subject,
          what: text(row.what),
          impact: text(row.impact),
          advice: text(row.advice),
          fingerprint: text(row.fingerprint),
          since: text(row.since),
        },
      ];
};

export const measureIn = (row: ReadRow): readonly (Measure & At)[] => {
  const name = text(row.name);
  const subject = subjectIn(row);

  return subject === undefined || !isMeasureName(name)
    ? []
    : [{ taken: text(row.taken), name, subject, value: Number(row.value), samples: Number(row.samples) }];
};

export const itemIn = (row: ReadRow): readonly Item[] => {
  const { kind, ...subject } = subjectIn(row) ?? { kind: 'api' };

  return kind === 'api' || !('id' in subject)
    ? []
    : [{ subject: { ...subject, kind }, facts: JSON.parse(text(row.facts)) }];
};

const verdicts = ['PASS', 'FAIL', 'INCOMPLETE'] as const;
const kinds = ['trigger', 'subscription', 'api'] as const;

const subjectIn = (row: ReadRow): Subject | undefined => {
  const kind = kinds.find((each) => each === row.subject_kind);
  const triggerId = text(row.subject_trigger);

  return (
    kind && {
      kind,
      id: text(row.subject_id),
      name: text(row.subject_name),
      ...(triggerId !== '' && { triggerId }),
    }
  );
};

const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
