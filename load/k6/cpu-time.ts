import { readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, on every Linux. */
const ticks = 100;

/** CPU time that a process has used so far, in ms; undefined where the system does not tell. */
export const cpuTimeMs = (pid: number): number | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks: fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');

    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
  } catch {
    return undefined;
  }
};
