import type { ScenarioReport } from '../../reports/load/load-report.ts';
import type { Database } from './database.ts';

/** Looks at the samples of a scenario, and at what they came to, before the database closes. */
export type KeepSamples = (database: Database, report: ScenarioReport) => Promise<void>;
