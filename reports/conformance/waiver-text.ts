import { oneLine } from '../text.ts';
import type { ViolationResult, WaiverResult } from './report.ts';

type Told = Readonly<NonNullable<ViolationResult['waiver']>>;

/** Who answers for a broken promise: `until 2026-06-30 by jane@example.com: case 4711`. */
export const waiverText = ({ expires, owner, reason }: Told): string =>
  `until ${expires} by ${oneLine(owner)}: ${oneLine(reason)}`;

/** What a waiver is about and where it stands: `waivers.yaml:3 triggers.list`. */
export const waiverName = ({ place, clause, cell }: WaiverResult): string =>
  `${oneLine(place)} ${clause ?? cell ?? ''}`;
