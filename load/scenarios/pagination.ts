import { sleep } from 'k6';
import { type ApiPlan, type Call, createApi, headerOf } from '../support/api.ts';
import type { PaginationPlan, WalkedCollection } from '../support/pagination-plan.ts';
import { readPlan } from '../support/plan.ts';
import { createTokenSource } from '../support/token.ts';

const plan = readPlan<PaginationPlan & ApiPlan>();
const api = createApi(plan, createTokenSource());
const quietSeconds = plan.seconds / 2;

const walkers = (exec: string, startSeconds: number, rounds: number) => ({
  executor: 'per-vu-iterations' as const,
  exec,
  vus: 1,
  iterations: rounds,
  startTime: `${startSeconds}s`,
  maxDuration: `${quietSeconds}s`,
});

export const options = {
  scenarios: {
    quiet: walkers('quiet', 0, plan.rounds.quiet),
    busy: walkers('busy', quietSeconds, plan.rounds.busy),
    writers: { ...walkers('writer', quietSeconds, 1), vus: 2 },
  },
};

export function quiet(): void {
  walkAll('quiet');
}

export function busy(): void {
  walkAll('busy');
}

/** Makes a subscription and takes it away again, so that the collection moves below who walks it. */
export function writer(): void {
  const until = Date.now() + Math.min(quietSeconds - 2, 5) * 1000;
  while (Date.now() < until) {
    const { status, response } = api('createSubscription', { body: { ...plan.draft, name: plan.name } });
    if (status === 201) api('deleteSubscription', { id: String(JSON.parse(response.body).id) });
    sleep(Math.max(0.02, plan.pauseSeconds));
  }
}

const walkAll = (when: string): void => {
  for (const collection of plan.collections) for (const limit of plan.limits) walk(when, collection, limit);
};

/** Walks a collection page by page, and writes a line for each page and one for the walk. */
const walk = (when: string, { operation, sorters, known }: WalkedCollection, limit: number): void => {
  const met = new Map<string, number>();
  const totals = new Set<string>();
  let offset = 0;
  let whole = false;
  let status = 0;
  let oversized = 0;

  for (let page = 0; page < plan.mostPages && !whole; page += 1) {
    const call = api(operation, {
      query: `limit=${limit}&offset=${offset}&count=true&sorters=${encodeURIComponent(sorters)}`,
    });
    status = call.status;
    console.log(`page,${when},${operation},${limit},${call.end - call.start},${status}`);
    const ids = idsIn(call);
    if (ids === undefined) break;
    if (ids.length > limit) oversized += 1;
    for (const id of ids) met.set(id, (met.get(id) ?? 0) + 1);
    totals.add(headerOf(call, 'X-Total-Count') ?? '');
    offset += limit;
    whole = ids.length < limit;
    if (plan.pauseSeconds > 0) sleep(plan.pauseSeconds);
  }
  const repeated = [...met.values()].filter((times) => times > 1).length;
  const missing = whole ? known.filter((id) => !met.has(id)).length : 0;
  console.log(
    `walk,${when},${operation},${limit},${met.size},${repeated},${missing},${whole},${status},${oversized},${[...totals].join('|')}`,
  );
};

const idsIn = ({ status, response }: Call): readonly string[] | undefined => {
  if (status !== 200) return undefined;
  const items: unknown = JSON.parse(response.body);

  return Array.isArray(items) ? items.map(({ id }) => String(id)) : undefined;
};
