import type { ConformanceReport } from './report.ts';

/** `conformance.json`. The keys stand in the order in which the model makes them: same report, same bytes. */
export const renderJson = (report: ConformanceReport): string => `${JSON.stringify(report, null, 2)}\n`;
