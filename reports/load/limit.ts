import type { LoadReport } from './load-report.ts';
import { cpuText } from './verdict.ts';

/** Beyond this share of a machine whatever runs on it waits for the rest. */
const full = 0.95;

/** What kept a run from more, where that is seen: a machine that was full. Undefined for a run that passed. */
export const limitOf = ({
  verdict,
  certificate,
  conditions: { cores, machineCpuShare },
}: Pick<LoadReport, 'verdict' | 'certificate' | 'conditions'>): string | undefined =>
  verdict === 'PASS' || machineCpuShare === null || machineCpuShare < full
    ? undefined
    : `this machine: ${cpuText(machineCpuShare)} of its ${cores} cores was in use, ${cpuText(certificate.cpuShare)} by the generator; the rest went to what runs beside it`;
