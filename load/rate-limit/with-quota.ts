import type { Settings } from '../../config.ts';
import type { ScenarioReport } from '../../reports/load/load-report.ts';
import type { RunParts } from '../run-parts.ts';
import { openTarget } from '../target/open-target.ts';
import { rateLimit } from './rate-limit.ts';

const documented = { requests: 100, windowMs: 10_000 };

/** Finds the quota of the tenant, or that of an embedded one of its own with the documented quota. */
export const withQuota = async (settings: Settings, parts: RunParts): Promise<ScenarioReport> => {
  if (settings.target === 'tenant') {
    const expected = settings.quota === 'off' ? documented : settings.quota;

    return rateLimit({ target: parts.target, expected, other: parts.target.otherClient }, parts);
  }
  const { runId, folder, signals } = parts;
  const target = await openTarget({
    settings,
    runId,
    folder,
    signals,
    mockArgs: ['--port', '0', '--quota', '100/10s'],
  });
  try {
    return await rateLimit({ target, expected: documented, other: target.otherClient }, parts);
  } finally {
    await target.close();
  }
};
