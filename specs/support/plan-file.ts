import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange, Identity } from '../../client/exchange.ts';

/** What one spec would send. */
export type PlannedSpec = Readonly<{ title: string; requests: readonly PlannedRequest[] }>;

export type PlannedRequest = Readonly<{ method: string; path: string; identity: Identity; body?: string }>;

export const planFile = 'plan.jsonl';

/** Adds to the plan of a run what a spec sent in its rehearsal. */
export const addToPlan = (folder: string, title: string, exchanges: readonly Exchange[]): void => {
  const requests = exchanges.map(({ identity, request }): PlannedRequest => {
    const { pathname, search } = new URL(request.url);
    return {
      method: request.method,
      path: `${pathname}${search}`,
      identity,
      ...(request.body !== undefined && { body: request.body }),
    };
  });
  appendFileSync(join(folder, planFile), `${JSON.stringify({ title, requests } satisfies PlannedSpec)}\n`);
};
