import type { Settings } from '../config.ts';
import type { LoadReport } from '../reports/load/load-report.ts';

/** What a run speaks to, for its report. A subscriber that is all there is to speak to is the target itself. */
export const targetOf = (settings: Settings, endpoint: URL | undefined): LoadReport['target'] => {
  if (settings.target === 'mock' && endpoint)
    return { kind: 'subscriber', host: endpoint.host, apiVersions: [] };

  return {
    kind: settings.target,
    host: settings.target === 'tenant' ? settings.tenant.host : 'mock',
    apiVersions: [settings.apiVersions[0] ?? 'beta'],
  };
};
