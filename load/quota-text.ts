import type { Quota } from '../client/pacer.ts';

/** A quota as settings have it: `100/10s`, or `off`. */
export const quotaText = (quota: Quota): string =>
  quota === 'off' ? 'off' : `${quota.requests}/${quota.windowMs / 1000}s`;
