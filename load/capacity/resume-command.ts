import type { CapacityOptions } from './capacity-options.ts';

/** The command that goes on with a run in its folder, to be pasted into a shell. */
export const resumeCommand = (options: CapacityOptions, folder: string): string => {
  const given: readonly (readonly [string, string | number | undefined])[] = [
    ['--scenario', options.scenario],
    ['--url', options.url],
    ['--i-own-this-endpoint', options.iOwnThisEndpoint],
    ['--trigger', options.trigger],
    ['--mode', options.mode],
    ['--step-seconds', options.stepSeconds],
    ['--steps', options.steps],
    ['--slo', options.slo],
    ['--events-per-day', options.eventsPerDay],
    ['--peak-factor', options.peakFactor],
    ['--burst', options.burst],
    ['--demand', options.demand],
    ['--api-calls-per-event', options.apiCallsPerEvent],
    ['--resume', folder],
  ];

  return [
    'npx isc-triggers capacity',
    ...given.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${quoted(String(value))}`])),
  ].join(' ');
};

/** A word that no shell takes apart. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
