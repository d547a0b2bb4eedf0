import { type Answer, recordsOf } from './answer.ts';
import type { Api, Query } from './api.ts';

type ListOperation = 'listTriggers' | 'listSubscriptions' | 'listTriggerInvocationStatus';

export type Walked = Readonly<{ ids: readonly string[]; pages: number; last: Answer }>;

/**
 * Reads a list page by page to an empty page or a 4xx behind the end. A short page ends nothing: a tenant may give
 * less than asked for. A page of nothing but known records does: its tenant ignores the offset.
 */
export const walkPages = async (api: Api, operation: ListOperation, query: Query = {}): Promise<Walked> => {
  const ids: string[] = [];
  for (let pages = 1; ; pages += 1) {
    const last = await api.call(operation, { query: { ...query, offset: ids.length } });
    const page = recordsOf(last).map(({ id }) => String(id));
    const isEnd = page.every((id) => ids.includes(id));
    ids.push(...page);
    if (isEnd || pages === 100) return { ids, pages, last };
  }
};
