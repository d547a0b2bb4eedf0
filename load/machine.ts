import { cpus } from 'node:os';

/** Time of all cores, ms. */
type Times = Readonly<{ idle: number; all: number }>;

/** What this machine has done since it started. */
export const machineTimes = (): Times =>
  cpus().reduce<Times>(
    (sum, { times }) => ({
      idle: sum.idle + times.idle,
      all: sum.all + times.user + times.nice + times.sys + times.irq + times.idle,
    }),
    { idle: 0, all: 0 },
  );

/** Share of the machine that everything on it used between two looks, 0 to 1. */
export const machineShare = (before: Times, after: Times): number =>
  after.all === before.all
    ? 0
    : Math.round((1 - (after.idle - before.idle) / (after.all - before.all)) * 1000) / 1000;
