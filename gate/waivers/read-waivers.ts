import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { itemsOf, readYaml } from '../../config/yaml-nodes.ts';
import type { Waiver } from '../../reports/conformance/waiver.ts';
import { UsageError } from '../gate-options.ts';
import { faultOf } from './fault-of.ts';
import { waiverOf } from './waiver-of.ts';

export type WaiverSource = Readonly<{
  /** As in `--waivers`; else `waivers.yaml`, which need not be there. */
  file?: string | undefined;
  cwd: string;
  /** Host of the tenant, or `mock`. */
  target: string;
  /** `2026-06-30`, UTC. */
  today: string;
}>;

export type ReadWaivers = Readonly<{
  /** Those for this target. */
  waivers: readonly Waiver[];
  /** How many are for other targets. */
  elsewhere: number;
  /** What fails the gate, a sentence with its line each: a waiver that has expired, or of nothing that can break. */
  faults: readonly string[];
}>;

/** Reads the waivers for a target. Throws UsageError where the file cannot be read, or not as waivers. */
export const readWaivers = ({ file, cwd, target, today }: WaiverSource): ReadWaivers => {
  const name = file ?? 'waivers.yaml';
  const text = textIn(resolve(cwd, name), file === undefined);
  const all = text === undefined ? [] : waiversIn(name, text);
  const here = all.filter((waiver) => waiver.target === target);

  return {
    waivers: here,
    elsewhere: all.length - here.length,
    faults: all.flatMap((waiver) => faultOf(waiver, { target, today }) ?? []),
  };
};

const textIn = (path: string, mayBeAbsent: boolean): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (mayBeAbsent && code === 'ENOENT') return undefined;
    throw new UsageError(`The waivers in ${path} cannot be read: ${code}. Name another file with --waivers.`);
  }
};

const waiversIn = (name: string, text: string): readonly Waiver[] => {
  const reading = readYaml(name, text);
  const isToRead = reading.root !== null && reading.problems.length === 0;
  const nodes = isToRead ? itemsOf(reading, reading.root, { what: 'The file of waivers', line: 1 }) : [];
  const waivers = nodes.flatMap((node) => waiverOf(reading, name, node) ?? []);
  if (reading.problems.length > 0) throw new UsageError([...reading.problems, example].join('\n'));

  return waivers;
};

const example = `A waiver reads:
  - clause: triggers.list          # or  cell: listTriggers 200
    target: example-sb.api.identitynow.com
    reason: vendor case 4711
    owner: jane@example.com
    expires: 2026-06-30`;
