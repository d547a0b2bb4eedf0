import { triggerOutputIssues } from '../../contracts/validators/index.ts';
import { parseJson } from '../../dispatch/json.ts';
import type { ScenarioReport } from '../../reports/load/load-report.ts';
import { counted } from '../../reports/text.ts';
import type { PartOf } from '../parts/part.ts';
import type { Database } from '../samples/database.ts';
import { keptAnswers } from '../samples/load-dispatched.ts';

/** What is left of a report where the tenant was played: two phases, and what the answers say. */
export const asSubscriber = async (
  report: ScenarioReport,
  { mode, triggerId, early }: PartOf<'subscriber'>,
  database: Database,
): Promise<ScenarioReport> => {
  const { answered, completed } = report.phases;

  return {
    ...report,
    name: 'subscriber',
    phases: { ...(answered && { answered }), ...(completed && { completed }) },
    findings:
      mode === 'ASYNC' || mode === 'FIRE_AND_FORGET' ? [] : misfits(triggerId, await keptAnswers(database)),
    notes: [
      `events of ${triggerId} in mode ${mode}; no tenant and no quota between: only the subscriber is measured`,
      'delivered means answered here: when the subscriber took a request in, it alone knows',
      ...(early === undefined ? [] : [early]),
    ],
  };
};

/** Answers that complete an invocation with an output that the trigger's schema refuses. */
const misfits = (
  triggerId: string,
  answers: readonly Readonly<{ body: string; count: number }>[],
): readonly string[] => {
  const wrong = answers.flatMap(({ body, count }) => {
    const [issue] = triggerOutputIssues(triggerId, parseJson(body));

    return issue === undefined ? [] : [{ count, issue }];
  });
  const [first] = wrong;
  if (first === undefined) return [];
  const all = answers.reduce((sum, { count }) => sum + count, 0);
  const bad = wrong.reduce((sum, { count }) => sum + count, 0);

  return [
    `${bad} of ${counted(all, 'answer')} that were looked at do not fit the output of ${triggerId}: ${first.issue.pointer || 'it'} ${first.issue.message}`,
  ];
};
