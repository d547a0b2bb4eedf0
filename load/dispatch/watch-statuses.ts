import { createWriteStream } from 'node:fs';
import type { LoadTarget } from '../target/open-target.ts';

export type StatusWatch = Readonly<{
  /** Looks until all that was told is seen or `untilMs` has passed, then ends. */
  close: () => Promise<void>;
}>;

type Options = Readonly<{
  file: string;
  /** Stands in front of the numbers of this run's events. */
  mark: string;
  /** Pause between two looks. */
  everyMs: number;
  target: LoadTarget;
}>;

type Listed = Readonly<{
  id?: unknown;
  subscriptionId?: unknown;
  completed?: unknown;
  startInvocationInput?: Readonly<{ input?: Readonly<{ event?: unknown }> | null }> | null;
  completeInvocationInput?: Readonly<{ localizedError?: unknown }> | null;
}>;

const pageSize = 250;
/** At most so many can be fetched. */
const mostPages = 8;

/**
 * Looks at the statuses again and again, the latest first, and writes down when an event was first seen completed.
 * A page without an event that is still open, behind one that was all seen before, ends a look.
 */
export const watchStatuses = ({ file, mark, everyMs, target }: Options): StatusWatch => {
  const stream = createWriteStream(file, { flags: 'a' });
  const seen = new Set<string>();
  const open = new Set<string>();
  let ended = false;

  const readPage = async (offset: number): Promise<Readonly<{ goOn: boolean }>> => {
    const { response, live } = await target.client.call('listTriggerInvocationStatus', {
      version: target.version,
      query: { limit: pageSize, offset, sorters: '-created' },
    });
    const at = performance.timeOrigin + performance.now();
    if (response.status !== 200 || !Array.isArray(live.body)) return { goOn: false };
    let fresh = 0;
    for (const status of live.body as readonly Listed[]) {
      const event = status.startInvocationInput?.input?.event;
      if (typeof event !== 'string' || !event.startsWith(`${mark}-`)) continue;
      const key = `${event},${String(status.subscriptionId)}`;
      if (seen.has(key)) continue;
      fresh += 1;
      if (!status.completed) {
        open.add(key);
        continue;
      }
      seen.add(key);
      open.delete(key);
      stream.write(`${key},${at},${(status.completeInvocationInput?.localizedError ?? null) !== null}\n`);
    }

    return { goOn: live.body.length === pageSize && (fresh > 0 || open.size > 0) };
  };
  const look = async (): Promise<void> => {
    for (let page = 0; page < mostPages; page += 1) if (!(await readPage(page * pageSize)).goOn) return;
  };
  const done = (async () => {
    while (!ended) {
      const started = performance.now();
      await look().catch(() => undefined);
      const rest = everyMs - (performance.now() - started);
      if (!ended) await new Promise((resolve) => setTimeout(resolve, Math.max(50, rest)));
    }
    await look().catch(() => undefined);
  })();

  return {
    close: async () => {
      ended = true;
      await done;
      await new Promise<void>((resolve) => stream.end(() => resolve()));
    },
  };
};
