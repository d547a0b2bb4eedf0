import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes that another one started, by a part of their command line. Linux only: they are in /proc. */
export const childrenOf = (parent: number, part: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const ofParent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;

        return ofParent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(part);
      } catch {
        return false;
      }
    })
    .map(Number);
