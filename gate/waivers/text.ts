import { counted } from '../../reports/text.ts';
import type { ReadWaivers } from './read-waivers.ts';

/** What the gate says in place of a run when a waiver does not hold. */
export const faultLines = (faults: readonly string[]): string =>
  [
    ...faults,
    '',
    `FAIL    ${counted(faults.length, 'waiver')} ${faults.length === 1 ? 'does' : 'do'} not hold; nothing was sent, nothing judged  (exit 1)`,
    'Next    mend the file of waivers, then: npx isc-triggers gate',
    '',
  ].join('\n');

/** Said before a run, so that a waiver for a mistyped target is noticed. */
export const waiverLine = ({ waivers, elsewhere }: ReadWaivers): readonly string[] =>
  waivers.length + elsewhere === 0
    ? []
    : [`waivers: ${waivers.length} for this target${elsewhere === 0 ? '' : `, ${elsewhere} for others`}`];
