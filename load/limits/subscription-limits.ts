import { markedName } from '../../client/run-mark.ts';
import { findTrigger, triggers } from '../../contracts/triggers/index.ts';
import type { ScenarioReport } from '../../reports/load/load-report.ts';
import { summarise } from '../../reports/load/phases.ts';
import { type Attempt, judgePlaces } from '../../reports/load/places.ts';
import type { RunParts } from '../run-parts.ts';
import { certifyScript, runScript } from '../run-script.ts';
import type { LimitsPlan } from '../support/limits-plan.ts';
import { apiPlan } from '../target/api-plan.ts';
import { heldByTrigger } from '../target/held-by-trigger.ts';

type Options = Readonly<{
  seconds: number;
  /** Whether the place of a REQUEST_RESPONSE trigger may be taken. */
  slots: boolean;
  /** Requests a second of all racers; absent: as fast as they can. */
  perSecond?: number;
}>;

const racersOn = { FIRE_AND_FORGET: 8, REQUEST_RESPONSE: 3 } as const;

/** Virtual users race for the places of triggers; what can be said for sure of who held one when is judged. */
export const subscriptionLimits = async (
  { seconds, slots, perSecond }: Options,
  parts: RunParts,
): Promise<ScenarioReport> => {
  const { target, runId, slo } = parts;
  const held = await heldByTrigger(target);
  const { chosen, notJudged } = choose(held, slots);
  const racers = chosen.flatMap(({ id, type }) =>
    Array.from({ length: racersOn[type] }, (_, index) => ({
      triggerId: id,
      name: markedName(runId, `limits ${index}`),
    })),
  );
  const plan: LimitsPlan = {
    racers,
    draft: {
      description: '',
      type: 'HTTP',
      responseDeadline: 'PT1H',
      enabled: false,
      httpConfig: {
        url: 'http://127.0.0.1:9/nobody',
        httpDispatchMode: 'SYNC',
        httpAuthenticationType: 'NO_AUTH',
      },
    },
    seconds,
    pauseSeconds: perSecond === undefined ? 0.005 : racers.length / perSecond,
  };
  // What k6 makes bears this run's mark: with this line the sweep looks for it.
  target.ledger.intend({ name: markedName(runId, 'limits'), triggerId: chosen[0]?.id });
  const ran = await runScript(
    { name: 'subscription-limits', plan: { ...apiPlan(target), ...plan }, seconds },
    parts,
  );
  const judged = chosen.map(({ id, limit }) => ({
    triggerId: id,
    limit,
    others: held.get(id) ?? 0,
    ...judgePlaces(attemptsOn(ran.rows, id), { limit, others: held.get(id) ?? 0 }),
  }));

  return {
    name: 'subscription-limits',
    seconds,
    targetRate: null,
    achievedRate: Math.round((ran.rows.length / seconds) * 10) / 10,
    phases: { accepted: summarise(Float64Array.from(creations(ran.rows))) },
    deadline: null,
    slo: [],
    accounting: null,
    warmup: null,
    certificate: certifyScript(ran, slo.certificate),
    findings: judged.flatMap(({ triggerId, findings }) =>
      findings.map((finding) => `${triggerId}: ${finding}`),
    ),
    notJudged: [
      ...judged
        .filter(({ refused, mostHeld, limit }) => refused === 0 && mostHeld <= limit)
        .map(({ triggerId }) => `${triggerId} was never full: nobody was refused`),
    ],
    notes: notJudged,
    rates: [],
    details: { triggers: judged },
  };
};

/** The emptiest FIRE_AND_FORGET trigger, and a REQUEST_RESPONSE trigger whose place is free. */
const choose = (held: ReadonlyMap<string, number>, slots: boolean) => {
  const heldOn = (id: string): number => held.get(id) ?? 0;
  const [emptiest] = triggers
    .filter(({ type }) => type === 'FIRE_AND_FORGET')
    .toSorted((one, other) => heldOn(one.id) - heldOn(other.id));
  const free = triggers.find(({ id, type }) => type === 'REQUEST_RESPONSE' && heldOn(id) === 0);

  return {
    chosen: [emptiest, slots ? free : undefined].flatMap((trigger) => findTrigger(trigger?.id ?? '') ?? []),
    notJudged: slots
      ? free === undefined
        ? ['both REQUEST_RESPONSE places are taken by others: their limit was not raced for']
        : []
      : ['the limit of REQUEST_RESPONSE triggers was not raced for: ISC_ALLOW_RISKS=slots'],
  };
};

const attemptsOn = (rows: readonly (readonly string[])[], triggerId: string): readonly Attempt[] =>
  rows
    .filter(([, id]) => id === triggerId)
    .map(([kind, , start, end, status]) => ({
      kind: kind === 'create' ? 'create' : 'delete',
      start: Number(start),
      end: Number(end),
      status: Number(status),
    }));

const creations = (rows: readonly (readonly string[])[]): readonly number[] =>
  rows
    .filter(([kind, , , , status]) => kind === 'create' && status === '201')
    .map(([, , start, end]) => Number(end) - Number(start));
