import { type Reading, read, refuse } from '../call.ts';
import type { FreezeSpan, LoadBehaviour } from './behaviour.ts';

/** How the value of a key is read; `undefined` where it is not what the key takes. */
type Key<Value> = Readonly<{ takes: string; read: (text: string) => Value | undefined }>;

type Keys = { readonly [Name in keyof LoadBehaviour]-?: Key<NonNullable<LoadBehaviour[Name]>> };

/**
 * The value of `mock --load`: `service=10ms,workers=2,freeze=10s:6s`. A problem names the key, its value and what it
 * takes.
 */
export const parseLoad = (text: string): Reading<LoadBehaviour> => {
  const values = new Map<string, number | FreezeSpan>();
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [, name, value = ''] = /^([^=]+)=(.*)$/.exec(entry) ?? [];
    if (name === undefined) return refuse(`"${entry}"`, `is no behaviour: write KEY=VALUE, as ${example}`);
    if (!isKey(name))
      return refuse(`"${name}"`, `is no behaviour: there are ${Object.keys(keys).join(', ')}`);
    if (values.has(name)) return refuse(name, 'is given twice: give it once');
    const { read: readValue, takes } = keys[name];
    const known = readValue(value);
    if (known === undefined) return refuse(name, `is "${value}": it takes ${takes}`);
    values.set(name, known);
  }

  return consistent(Object.fromEntries(values) as LoadBehaviour);
};

const example = 'service=10ms,workers=2';

const consistent = (behaviour: LoadBehaviour): Reading<LoadBehaviour> => {
  const { service, workers, dropDispatch = 0, duplicateDispatch = 0 } = behaviour;
  if (workers !== undefined && service === undefined)
    return refuse('workers', `is "${workers}", and service is not given: write ${example}`);
  if (dropDispatch + duplicateDispatch > 1)
    return refuse(
      'duplicateDispatch',
      `is "${duplicateDispatch}" beside a dropDispatch of "${dropDispatch}": together they take at most 1`,
    );

  return read(behaviour);
};

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

const longestMs = 3_600_000;

/** From 0 to an hour. */
const timeMs = (text: string): number | undefined => {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
  const ms = number === undefined ? Number.NaN : Number(number) * (unitMs[unit] ?? Number.NaN);

  return ms <= longestMs ? ms : undefined;
};

const above0 = (ms: number | undefined): number | undefined => (ms === 0 ? undefined : ms);

const freeze = (text: string): FreezeSpan | undefined => {
  const [start, duration, ...more] = text.split(':');
  const span = { start: timeMs(start ?? ''), duration: above0(timeMs(duration ?? '')) };

  return more.length === 0 && span.start !== undefined && span.duration !== undefined
    ? { start: span.start, duration: span.duration }
    : undefined;
};

const share = (text: string): number | undefined =>
  /^(\d+(\.\d+)?|\.\d+)$/.test(text) && Number(text) <= 1 ? Number(text) : undefined;

const mostWorkers = 1000;

const count = (text: string): number | undefined =>
  /^[1-9]\d*$/.test(text) && Number(text) <= mostWorkers ? Number(text) : undefined;

const time: Key<number> = {
  takes: 'a time above 0 and up to an hour, as 10ms, 2s or 1m',
  read: (text) => above0(timeMs(text)),
};

const part: Key<number> = { takes: 'a share from 0 to 1, as 0.01', read: share };

const keys: Keys = {
  service: time,
  workers: { takes: `a whole number from 1 to ${mostWorkers}`, read: count },
  freeze: { takes: 'START:DURATION, each up to an hour, as 10s:6s', read: freeze },
  dispatchDelay: time,
  statusDelay: time,
  dropDispatch: part,
  duplicateDispatch: part,
};

const isKey = (name: string): name is keyof LoadBehaviour => Object.hasOwn(keys, name);
