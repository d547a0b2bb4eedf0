import { findTrigger } from '../../../contracts/triggers/index.ts';
import { compile, explain, type FilterPath, heldByAbsence, judgeShape } from '../../../filters/index.ts';
import { counted, oneLine } from '../../text.ts';
import type { Finding } from '../finding.ts';
import type { Snapshot, SubscriptionFacts, TriggerFacts } from '../snapshot.ts';
import { type Events, eventsOf } from './event-shape.ts';
import { aboutSubscription, type Rule } from './rule.ts';

type Told = Pick<Finding, 'id' | 'severity' | 'what' | 'impact'> & Readonly<{ advice?: string }>;

/** What is wrong with a filter; the weightiest alone is told. */
export const filters: Rule = (snapshot) => {
  const triggers = new Map(snapshot.triggers.map((trigger) => [trigger.id, trigger]));

  return snapshot.subscriptions.flatMap((subscription) => {
    const { filter, triggerId } = subscription;
    if (filter === null) return [];
    const told = toldOf(filter, subscription, triggers.get(triggerId), snapshot);

    return told === undefined
      ? []
      : [{ advice: explainCommand(filter, triggerId), ...told, subject: aboutSubscription(subscription) }];
  });
};

const toldOf = (
  filter: string,
  subscription: SubscriptionFacts,
  trigger: TriggerFacts | undefined,
  snapshot: Snapshot,
): Told | undefined => {
  const compiled = compile(filter);
  if (!compiled.ok) return notCompiling(filter, compiled.error);
  const events = eventsOf(subscription.triggerId, trigger);

  return (
    outcome(filter, compiled.path, events, subscription, snapshot) ?? trap(filter, compiled.path, events)
  );
};

const shown = (filter: string): string => oneLine(filter, 200);

const notCompiling = (
  filter: string,
  { message, position }: Readonly<{ message: string; position: number }>,
): Told => {
  const explained = explain(filter);
  const [note] = explained.compiles ? [] : explained.notes;

  return {
    id: 'filter.does-not-compile',
    severity: 'error',
    what: `${shown(filter)} does not compile: ${message} at character ${position + 1}${note ? `; ${note.text}` : ''}`,
    impact: 'what the tenant sends with it is not defined: nothing, or everything',
    ...(note?.try === undefined ? {} : { advice: `Perhaps meant: ${shown(note.try)}` }),
  };
};

/** Always the same answer, by the shape of the trigger's events; its samples have to agree. */
const outcome = (
  filter: string,
  path: FilterPath,
  { shape, samples }: Events,
  { id, triggerId }: SubscriptionFacts,
  { invocations }: Snapshot,
): Told | undefined => {
  const { holds, because } = judgeShape(path, shape);
  const explained = explain(filter, ...samples);
  const verdicts = explained.compiles ? explained.cases.map(({ verdict }) => verdict) : [];
  if (holds === 'never' && !verdicts.includes('match'))
    return {
      id: 'filter.never-matches',
      severity: 'warning',
      what: `${shown(filter)} can match no event as ${triggerId} describes them: ${because}`,
      impact: 'nothing is sent, and no status says so',
    };
  const sent = invocations.filter(({ subscriptionId }) => subscriptionId === id).length;

  return holds === 'always' && !verdicts.includes('no match')
    ? {
        id: 'filter.always-matches',
        severity: 'warning',
        what: `${shown(filter)} holds for every event of ${triggerId}: ${because}; ${counted(sent, 'invocation')} listed`,
        impact: 'all events are sent, also those that nobody meant',
      }
    : undefined;
};

/** Where the dialect does something else than what is usually meant. */
const trap = (filter: string, path: FilterPath, { shape, samples }: Events): Told | undefined => {
  const explained = explain(filter, ...samples);
  if (!explained.compiles) return undefined;
  const byAbsence = heldByAbsence(path, shape);
  const note = explained.warnings.find(
    ({ code, at }) => code !== 'true-for-absent' || (byAbsence !== undefined && at === byAbsence),
  );
  const readings = explained.cases.find(({ readings: { differ } }) => differ)?.readings;
  const text =
    note?.text ??
    (readings &&
      'tenants that read with exceptions suppressed answer otherwise, and which do is not published') ??
    (path.tree.steps.some(({ kind }) => kind === 'predicate')
      ? undefined
      : 'it has no predicate, [?( )]: what counts as a match then is not published');
  const meant = note?.try ?? readings?.agreeing;
  if (text === undefined) return undefined;

  return {
    id: 'filter.dialect-trap',
    severity: 'warning',
    what: `${shown(filter)}: ${text}`,
    impact: 'it may pass or stop other events than it was written for',
    ...(meant === undefined ? {} : { advice: `Perhaps meant: ${shown(meant)}` }),
  };
};

const explainCommand = (filter: string, triggerId: string): string => {
  const quoted = `'${oneLine(filter, 400).replaceAll("'", `'\\''`)}'`;

  return findTrigger(triggerId)
    ? `npx isc-triggers filter explain ${quoted} --trigger ${triggerId}`
    : `npx isc-triggers filter check ${quoted}`;
};
