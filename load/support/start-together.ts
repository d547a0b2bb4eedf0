import { sleep } from 'k6';

/** A sleep may end so late, in ms: the rest is waited for awake. */
const awake = 20;

/**
 * For runners of one run: each waits, once its virtual users are ready, for the moment that ISC_LOAD_START_AT names
 * (ms since 1970), so that their events alternate as those of one runner follow each other. For k6's `setup`.
 */
export const startTogether = (): void => {
  const at = Number(__ENV.ISC_LOAD_START_AT ?? 0);
  const rest = at - Date.now();
  if (rest > awake) sleep((rest - awake) / 1000);
  while (Date.now() < at);
};
