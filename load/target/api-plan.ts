import type { ApiPlan } from '../support/api.ts';
import type { LoadTarget } from './open-target.ts';

/** Where the API of a target is, for a scenario. */
export const apiPlan = ({ baseUrl, version, userAgent }: LoadTarget): ApiPlan => ({
  baseUrl,
  version,
  userAgent,
});
