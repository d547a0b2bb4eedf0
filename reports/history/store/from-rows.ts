import { type Subject, severities } from '../../health/finding.ts';
import type { Item, KeptFinding, NightHead } from '../night.ts';
import { isMeasureName } from '../trends/measures.ts';
import type { At, Series } from './history.ts';

/** A row as DuckDB gives it: null where nothing was written. */
export type ReadRow = Readonly<Record<string, unknown>>;

// What a later version wrote and this one does not know is left out, and no reason to fail.

export const nightIn = (row: ReadRow): readonly NightHead[] => {
  const verdict = verdicts.find((each) => each === row.grade);

  return verdict === undefined || row.kind !== 'night'
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

  return severity === undefined || subject === undefined || row.kind !== 'finding'
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

/**
 * A row of a series has a list in each of `takens` (ms since 1970), `measured` and `samples`. `nights` has the text of
 * each time, so that a hundred thousand points share a few dozen.
 */
export const seriesIn = (row: ReadRow, nights: ReadonlyMap<number, string>): readonly Series[] => {
  const name = text(row.name);
  const subject = subjectIn(row);
  const [takens, values, samples] = [row.takens, row.measured, row.samples].map(list);

  return subject === undefined || !isMeasureName(name)
    ? []
    : [
        {
          name,
          subject,
          points: (takens ?? [])
            .map((taken, place) => ({
              taken: nights.get(Number(taken)) ?? '',
              value: Number(values?.[place]),
              samples: Number(samples?.[place]),
            }))
            .toSorted((one, other) => (one.taken < other.taken ? -1 : 1)),
        },
      ];
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

const list = (cell: unknown): readonly unknown[] => (Array.isArray(cell) ? cell : []);

const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
