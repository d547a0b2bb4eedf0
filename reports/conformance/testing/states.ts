import {
  brokenRecord,
  errorRecord,
  otherBrokenRecord,
  sampleRecord,
  sampleReport,
  sampleWaiver,
  skippedRecord,
  warnedRecord,
} from '../samples.ts';
import { brokenIn, fiveVersions } from './five-versions.ts';

/** A result of each kind that a reader meets. */
export const states = {
  green: sampleReport([sampleRecord()]),
  red: sampleReport(
    [sampleRecord(), warnedRecord(), brokenRecord(), otherBrokenRecord(), skippedRecord(), errorRecord()],
    { waivers: [sampleWaiver] },
  ),
  'red in five versions': fiveVersions([brokenIn('v2025')]),
  waived: sampleReport([sampleRecord(), otherBrokenRecord()], { waivers: [sampleWaiver] }),
  incomplete: sampleReport([sampleRecord(), errorRecord()]),
  interrupted: sampleReport([sampleRecord()], {
    planned: [sampleRecord(), brokenRecord()],
    interrupted: true,
  }),
} as const;
