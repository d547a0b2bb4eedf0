import { markedName } from '../../client/run-mark.ts';
import type { ScenarioReport } from '../../reports/load/load-report.ts';
import { summarise } from '../../reports/load/phases.ts';
import { judgeWalks, walkOf } from '../../reports/load/walks.ts';
import type { RunParts } from '../run-parts.ts';
import { certifyScript, runScript } from '../run-script.ts';
import type { PaginationPlan, WalkedCollection } from '../support/pagination-plan.ts';
import { apiPlan } from '../target/api-plan.ts';
import type { LoadTarget } from '../target/open-target.ts';
import { type Filled, fillCollections } from './fill.ts';

type Options = Readonly<{
  /** Subscriptions that the run makes to walk over. */
  subscriptions: number;
  mostPages: number;
  seconds: number;
  /** Requests a second; absent: as fast as it goes. */
  perSecond?: number;
}>;

const pageSizes = [1, 10, 50, 100, 249, 250];

/** Walks the three collections with every page size, first with nobody writing, then beside writers. */
export const pagination = async (options: Options, parts: RunParts): Promise<ScenarioReport> => {
  const { target, runId, slo } = parts;
  const { seconds, perSecond, mostPages } = options;
  const filled = await fillCollections(target, runId, options.subscriptions);
  const plan: PaginationPlan = {
    collections: await collectionsOf(target, filled),
    limits: pageSizes,
    mostPages,
    rounds: perSecond === undefined ? { quiet: 2, busy: 1 } : { quiet: 1, busy: 1 },
    draft: { ...filled.draft, triggerId: filled.writersTrigger },
    name: markedName(runId, 'pages writer'),
    seconds,
    pauseSeconds: perSecond === undefined ? 0 : 1 / perSecond,
  };
  const ran = await runScript({ name: 'pagination', plan: { ...apiPlan(target), ...plan }, seconds }, parts);
  const walks = ran.rows.filter(([kind]) => kind === 'walk').map(walkOf);
  const pages = ran.rows.filter(([kind]) => kind === 'page');
  const planned = plan.collections.length * pageSizes.length * (plan.rounds.quiet + plan.rounds.busy);

  return {
    name: 'pagination',
    seconds: Math.round(ran.k6.seconds),
    targetRate: null,
    achievedRate: Math.round((pages.length / ran.k6.seconds) * 10) / 10,
    phases: { accepted: summarise(timesOf(pages)) },
    deadline: null,
    slo: [],
    accounting: null,
    warmup: null,
    certificate: certifyScript(ran, slo.certificate),
    findings: judgeWalks(walks),
    notJudged: walks.length < planned ? [`${walks.length} of ${planned} walks came to their end`] : [],
    notes: [
      `${walks.length} walks over ${plan.collections.map(({ operation, known }) => `${operation} (${known.length} known)`).join(', ')}`,
      'beside writers, repeats and omissions are counted and not judged: nothing is published about them',
    ],
    rates: [],
    details: {
      latencyByPageSize: pageSizes.map((limit) => ({
        limit,
        ...summarise(timesOf(pages.filter((row) => row[3] === String(limit)))),
      })),
      walks,
    },
  };
};

const timesOf = (pages: readonly (readonly string[])[]): Float64Array =>
  Float64Array.from(pages, (row) => Number(row[4]));

/** What every collection surely holds, whoever else uses the tenant. */
const collectionsOf = async (
  { client, version }: LoadTarget,
  { subscriptionIds }: Filled,
): Promise<readonly WalkedCollection[]> => {
  const idsOf = async (operation: 'listTriggers' | 'listTriggerInvocationStatus', sorters: string) => {
    const ids: string[] = [];
    for await (const { items } of client.walk(operation, { version, limit: 250, sorters }))
      for (const item of items) ids.push(idOf(item));

    return ids;
  };

  return [
    { operation: 'listTriggers', sorters: 'id', known: await idsOf('listTriggers', 'id') },
    { operation: 'listSubscriptions', sorters: 'triggerId', known: subscriptionIds },
    {
      operation: 'listTriggerInvocationStatus',
      sorters: 'created',
      known: await idsOf('listTriggerInvocationStatus', 'created'),
    },
  ];
};

const idOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : '';
