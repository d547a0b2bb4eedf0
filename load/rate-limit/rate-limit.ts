import type { Credentials } from '../../client/tokens.ts';
import type { ScenarioReport } from '../../reports/load/load-report.ts';
import { summarise } from '../../reports/load/phases.ts';
import type { RunParts } from '../run-parts.ts';
import { certifyScript, runScript } from '../run-script.ts';
import type { RateLimitPlan } from '../support/rate-limit-plan.ts';
import { apiPlan } from '../target/api-plan.ts';
import type { LoadTarget } from '../target/open-target.ts';
import { tokenOf } from '../target/serve-tokens.ts';
import { judgeQuota, probeOf } from './judge-quota.ts';

type Options = Readonly<{
  /** The tenant that has the quota. */
  target: LoadTarget;
  /** The quota that is expected. */
  expected: Readonly<{ requests: number; windowMs: number }>;
  /** Another client of that tenant. */
  other: Credentials | undefined;
}>;

/** Share of the documented quota that is taken for all of it: others may use the same client. */
const enough = 0.97;

/** Finds the quota of a client, whether it refills evenly or at once, and whether Retry-After tells the truth. */
export const rateLimit = async (
  { target, expected, other }: Options,
  parts: RunParts,
): Promise<ScenarioReport> => {
  const windowSeconds = expected.windowMs / 1000;
  const plan: RateLimitPlan = {
    mostRequests: expected.requests * 5 + 100,
    watchSeconds: { least: Math.max(5, windowSeconds * 1.2), most: windowSeconds * 4 + 5 },
    obeySeconds: 4,
    pauseSeconds: Math.max(0.005, windowSeconds / expected.requests / 4),
    otherVersion: target.version === 'v2025' ? 'v2026' : 'v2025',
    hasOtherClient: other !== undefined,
  };
  const ran = await runScript(
    {
      name: 'rate-limit',
      plan: { ...apiPlan(target), ...plan },
      seconds: plan.watchSeconds.most + plan.obeySeconds + windowSeconds * 2,
      target,
      env: other ? { ISC_LOAD_OTHER_TOKEN: await tokenOf(target.client, other) } : {},
    },
    parts,
  );
  const probes = ran.rows.flatMap((row) => probeOf(row) ?? []);
  const judged = judgeQuota(probes);
  const { quota } = judged;

  return {
    name: 'rate-limit',
    seconds: Math.round(ran.k6.seconds),
    targetRate: null,
    achievedRate: judged.goodput,
    ...(quota && { quota }),
    phases: { accepted: summarise(Float64Array.from(passed(probes))) },
    deadline: null,
    slo: quota
      ? [
          {
            measure: 'burst',
            limit: expected.requests * enough,
            unit: 'per s',
            seen: quota.burst,
            ok: quota.burst >= expected.requests * enough,
            note: 'requests at once',
          },
        ]
      : [],
    accounting: null,
    warmup: null,
    certificate: certifyScript(ran, parts.slo.certificate),
    findings: judged.findings,
    notJudged: judged.notJudged,
    notes: quota
      ? [
          `quota: ${quota.burst} at once, ${quota.refillPerSecond}/s as a ${quota.kind}, ${told('client', quota.perClient)}, ${told('version', quota.perVersion)}`,
          `a client that obeys Retry-After gets ${judged.goodput}/s through`,
        ]
      : [],
    rates: [],
    details: { refillInterval: judged.refillInterval, probes: probes.length },
  };
};

const told = (of: string, apart: boolean | null): string =>
  apart === null ? `whether per ${of} is not known` : apart ? `per ${of}` : `shared by every ${of}`;

const passed = (probes: readonly Readonly<{ status: number; start: number; end: number }>[]) =>
  probes.filter(({ status }) => status === 200).map(({ start, end }) => end - start);
