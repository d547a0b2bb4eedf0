import type { ReadChart } from '../../render/chart-grid.ts';
import type { ScenarioReport } from '../load-report.ts';
import { accountChart } from './account-chart.ts';
import { deadlineChart } from './deadline-chart.ts';
import { phaseChart } from './phase-chart.ts';
import { rateChart } from './rate-chart.ts';

/** The drawings of a scenario: those for which it has numbers. */
export const chartsOf = (scenario: ScenarioReport): readonly ReadChart[] =>
  [rateChart, phaseChart, deadlineChart, accountChart].flatMap((chart) => chart(scenario) ?? []);
