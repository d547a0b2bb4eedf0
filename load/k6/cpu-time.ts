import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, on every Linux. */
const ticks = 100;

/**
 * CPU time that the processes of a group have used so far, in ms: a k6 that a script of the user's starts counts as
 * well. Undefined where the system does not tell.
 */
export const cpuTimeMs = (group: number): number | undefined => {
  try {
    const times = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => timesOf(pid))
      .filter((each) => each.group === group);

    return times.length === 0 ? undefined : times.reduce((sum, { ms }) => sum + ms, 0);
  } catch {
    return undefined;
  }
};

const timesOf = (pid: string): readonly Readonly<{ group: number; ms: number }>[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks: fields are counted from behind it. What a process waited for is its own.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, ofUser = 0, ofSystem = 0] = fields.slice(11, 15);

    return [{ group: fields[2] ?? 0, ms: ((user + system + ofUser + ofSystem) * 1000) / ticks }];
  } catch {
    return [];
  }
};
