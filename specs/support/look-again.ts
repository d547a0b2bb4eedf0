import { setTimeout as wait } from 'node:timers/promises';

/** How long a server of a tenant may be behind another; what is settled by then is what the tenant shows. */
const patienceMs = 2000;

/**
 * Looks until what is seen holds, and gives the last that was seen. Statuses come late, and a tenant of several servers
 * may show one and then, for a moment, not: a list that is wrong stays wrong.
 */
export const lookAgain = async <Seen>(
  look: () => Promise<Seen>,
  holds: (seen: Seen) => boolean,
): Promise<Seen> => {
  const end = performance.now() + patienceMs;
  for (let pause = 50; ; pause *= 2) {
    const seen = await look();
    if (holds(seen) || performance.now() > end) return seen;
    await wait(pause);
  }
};
