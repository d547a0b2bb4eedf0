import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** Triggers whose places a test fills, so that no other worker fills or counts them meanwhile. */
export type Leases = Readonly<{
  /** Takes the trigger; `false` where another has it. */
  take: (triggerId: string) => boolean;
  release: (triggerId: string) => void;
}>;

/** For a tenant that no other process speaks to. */
export const ownLeases = (): Leases => {
  const taken = new Set<string>();

  return {
    take: (triggerId) => !taken.has(triggerId) && taken.add(triggerId) !== undefined,
    release: (triggerId) => void taken.delete(triggerId),
  };
};

/** For the workers of one run: a folder that exists is a trigger that is taken. */
export const sharedLeases = (folder: string): Leases => {
  const placeOf = (triggerId: string) => join(folder, triggerId.replace(/\W/g, '-'));

  return {
    take: (triggerId) => {
      mkdirSync(folder, { recursive: true });
      try {
        mkdirSync(placeOf(triggerId));
        return true;
      } catch {
        return false;
      }
    },
    release: (triggerId) => rmdirSync(placeOf(triggerId)),
  };
};
