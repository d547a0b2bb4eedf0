import type { ReadChart } from '../../render/chart-grid.ts';
import type { CapacityReport } from '../report.ts';
import { deadlineChart } from './deadline-chart.ts';
import { headroomChart } from './headroom-chart.ts';
import { latencyChart } from './latency-chart.ts';
import { throughputChart } from './throughput-chart.ts';

/** Throughput, latency, use of the deadline and headroom, each where the report has numbers for it. */
export const capacityCharts = (report: CapacityReport): readonly ReadChart[] =>
  [throughputChart, latencyChart, deadlineChart, headroomChart].flatMap((chart) => chart(report) ?? []);
