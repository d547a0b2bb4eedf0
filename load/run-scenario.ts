import type { Risk } from '../client/guard.ts';
import type { Settings } from '../config.ts';
import type { ScenarioReport } from '../reports/load/load-report.ts';
import { dispatchLatency } from './dispatch/dispatch-latency.ts';
import { subscriptionLimits } from './limits/subscription-limits.ts';
import type { LoadOptions } from './load-options.ts';
import { pagination } from './pagination/pagination.ts';
import type { RunPlan, ScenarioName } from './plan-run.ts';
import { withQuota } from './rate-limit/with-quota.ts';
import type { RunParts } from './run-parts.ts';

export type ScenarioOutcome =
  | Readonly<{ kind: 'report'; report: ScenarioReport }>
  /** This target does not allow it; the reason names the setting that would. */
  | Readonly<{ kind: 'skipped'; reason: string }>;

export type ScenarioInput = Readonly<{
  plan: RunPlan;
  options: LoadOptions;
  settings: Settings;
  parts: RunParts;
}>;

type Run = (input: ScenarioInput) => Promise<ScenarioOutcome>;

/** The scenarios that speak to a tenant. */
export type TenantScenario = Exclude<ScenarioName, 'subscriber'>;

/** Runs one scenario against the target, to its report. */
export const runScenario = (name: TenantScenario, input: ScenarioInput): Promise<ScenarioOutcome> =>
  runs[name](input);

const reported = async (report: Promise<ScenarioReport>): Promise<ScenarioOutcome> => ({
  kind: 'report',
  report: await report,
});

/** Share of a tenant's quota that a scenario may use for itself, requests a second; absent: as fast as it goes. */
const paceOf = ({ quota }: Settings): Readonly<{ perSecond?: number }> =>
  quota === 'off' ? {} : { perSecond: (quota.requests * 1000 * 0.6) / quota.windowMs };

const isAllowed = (settings: Settings, risk: Risk): boolean =>
  settings.target === 'mock' || settings.risks.has(risk);

const needsRisk = (risk: Risk): ScenarioOutcome => ({
  kind: 'skipped',
  reason: `needs the risk ${risk}: ISC_ALLOW_RISKS=${risk}`,
});

const isReadOnly = (settings: Settings): boolean => settings.target === 'tenant' && !settings.writes;

/** A tenant elsewhere reaches the subscriber only at an address that it can resolve. */
const isOutOfReach = (settings: Settings): boolean =>
  settings.target === 'tenant' && !settings.tenant.loopback && settings.subscriber.url === undefined;

const readOnly = (settings: Settings): ScenarioOutcome => ({
  kind: 'skipped',
  reason: `makes subscriptions of its own: ISC_ALLOW_WRITES=${settings.target === 'tenant' ? settings.tenant.host : ''}`,
});

const runs: Readonly<Record<TenantScenario, Run>> = {
  'dispatch-latency': async ({ plan, options, settings, parts }) => {
    if (isReadOnly(settings)) return readOnly(settings);
    if (isOutOfReach(settings))
      return { kind: 'skipped', reason: 'the tenant cannot reach this machine: ISC_SUBSCRIBER_URL' };
    const modes = isAllowed(settings, 'slots')
      ? plan.modes
      : plan.modes.filter((mode) => mode === 'FIRE_AND_FORGET');
    if (modes.length === 0) return needsRisk('slots');

    return reported(
      dispatchLatency(
        {
          modes,
          ...(plan.triggerId !== undefined && { triggerId: plan.triggerId }),
          fanOut: options.fanOut,
          visible: options.visible,
        },
        parts,
      ),
    );
  },
  'subscription-limits': async ({ options, settings, parts }) => {
    if (isReadOnly(settings)) return readOnly(settings);
    if (!isAllowed(settings, 'limits')) return needsRisk('limits');

    return reported(
      subscriptionLimits(
        {
          seconds: options.workload === 'smoke' && settings.quota === 'off' ? 5 : 30,
          slots: isAllowed(settings, 'slots'),
          ...paceOf(settings),
        },
        parts,
      ),
    );
  },
  pagination: async ({ options, settings, parts }) => {
    if (isReadOnly(settings)) return readOnly(settings);
    const small = options.workload === 'smoke' || settings.quota !== 'off';

    return reported(
      pagination(
        {
          subscriptions: settings.quota === 'off' ? (small ? 260 : 850) : 60,
          mostPages: small ? 40 : 1000,
          seconds: small && settings.quota === 'off' ? 20 : 240,
          ...paceOf(settings),
        },
        parts,
      ),
    );
  },
  'rate-limit': async ({ settings, parts }) => {
    if (!isAllowed(settings, 'quota')) return needsRisk('quota');
    if (settings.target === 'tenant' && settings.quota === 'off')
      return { kind: 'skipped', reason: 'ISC_QUOTA is off: there is none to find' };

    return reported(withQuota(settings, parts));
  },
};
