import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writePart } from '../../load/parts/part.ts';
import { readSlo } from '../../load/slo/read-slo.ts';
import { seededRandom } from '../../reports/capacity/statistics/random.ts';
import { sortedQuantile } from '../../reports/capacity/statistics/sample.ts';

/** What the files hold: a report of them must say the same. */
export type LoadTruth = Readonly<{
  sent: number;
  delivered: number;
  doubled: number;
  /** p99 of the time until an event was accepted, ms. */
  acceptedP99: number;
}>;

const rate = 2000;
const began = 1_800_000_000_000;
const runners = 2;
/** Events of which k6's own samples are made; they are then written again and again. */
const block = 10_000;
const targets = [
  { mode: 'FIRE_AND_FORGET', path: '/fire_and_forget/0' },
  { mode: 'SYNC', path: '/sync/0' },
  { mode: 'ASYNC', path: '/async/0' },
] as const;

/** Writes what a run of so many events leaves in its folder: two runners, and a subscriber that some events miss. */
export const writeLoadFiles = (folder: string, events: number, seed: number): LoadTruth => {
  const part = join(folder, 'dispatch-latency-0');
  mkdirSync(part, { recursive: true });
  writePart(
    part,
    {
      schemaVersion: 1,
      slo: readSlo('load/slo.yaml'),
      scenario: 'dispatch-latency',
      part: 0,
      mark: 'bench-0',
      steps: [{ from: rate, to: rate, seconds: events / rate, warmup: false }],
      users: { ready: 1000, most: 20_000, enough: 20_000 },
      segments: runners,
      targets: targets.map(({ mode, path }, index) => ({
        mode,
        triggerId: 'bench',
        subscriptionIds: [`s${index}`],
        paths: [path],
      })),
      fanOut: 1,
      visible: false,
      left: [],
    },
    {
      tool: { name: 'isc-triggers', version: 'bench' },
      run: { id: 'bench', started: new Date(began).toISOString() },
      target: { kind: 'mock', host: 'nowhere', apiVersions: [] },
      conditions: { workload: 'bench', rate, k6: 'none', quota: 'off', cores: 2 },
      scenarios: ['dispatch-latency'],
    },
  );
  for (let runner = 1; runner <= runners; runner += 1)
    writeSamples(join(part, `runner-${runner}.csv.gz`), events / runners, seed + runner);

  return writeEvents(part, events, seed);
};

const writeEvents = (part: string, events: number, seed: number): LoadTruth => {
  const random = seededRandom(seed);
  const rows = Array.from({ length: runners }, (_, index) =>
    createLines(join(part, `runner-${index + 1}.rows.csv`)),
  );
  const journal = createLines(join(part, 'journal.csv'));
  const latencies = new Float64Array(events);
  let number = 0;
  let delivered = 0;
  let doubled = 0;
  for (let n = 0; n < events; n += 1) {
    const due = 20 + (n * 1000) / rate;
    const start = due + random() * 0.8;
    const took = 3 + 40 * random() ** 4;
    latencies[n] = start + took - due;
    rows[n % runners]?.add(
      `0,${n},${began},${began + Math.floor(start)},${start.toFixed(6)},${(start + took).toFixed(6)},200\n`,
    );
    const target = targets[n % targets.length];
    const luck = random();
    const copies = luck < 0.001 ? 0 : luck > 0.999 ? 2 : 1;
    if (copies > 0) delivered += 1;
    if (copies > 1) doubled += 1;
    for (let copy = 0; copy < copies; copy += 1) {
      number += 1;
      const at = began + start + took * 0.6 + copy;
      journal.add(
        `arrived,${number},${at.toFixed(3)},${target?.path},bench-0-0-${n},${target?.mode === 'FIRE_AND_FORGET' ? '' : `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`},\n` +
          `answered,${number},${(at + 0.3).toFixed(3)},,,,200\n${target?.mode === 'ASYNC' ? `completed,${number},${(at + 1.5).toFixed(3)},,,,204\n` : ''}`,
      );
    }
  }
  for (const lines of [...rows, journal]) lines.end();

  return { sent: events, delivered, doubled, acceptedP99: sortedQuantile(latencies.sort(), 0.99) };
};

/** k6 writes thirteen samples for an event. Gzipped files that follow each other are one. */
const writeSamples = (path: string, events: number, seed: number): void => {
  const random = seededRandom(seed);
  const names = [
    'reqs',
    'req_duration',
    'req_blocked',
    'req_connecting',
    'req_tls_handshaking',
    'req_sending',
  ]
    .concat(['req_waiting', 'req_receiving', 'req_failed'])
    .map((name) => `http_${name}`)
    .concat(['iterations', 'iteration_duration', 'data_sent', 'data_received']);
  const lines = Array.from({ length: block }, () => {
    const time = `${began}${String(Math.floor(random() * 1e6)).padStart(6, '0')}`;

    return names.map((name) => `${name},${time},${(random() * 10).toFixed(6)},step0\n`).join('');
  });
  const compressed = gzipSync(lines.join(''), { level: 1 });
  const file = openSync(path, 'w');
  writeSync(file, gzipSync('metric_name,timestamp,metric_value,scenario\n'));
  for (let written = 0; written < events; written += block) writeSync(file, compressed);
  closeSync(file);
};

const createLines = (path: string): Readonly<{ add: (text: string) => void; end: () => void }> => {
  const file = openSync(path, 'w');
  let held = '';
  const flush = (): void => {
    writeSync(file, held);
    held = '';
  };

  return {
    add: (text) => {
      held += text;
      if (held.length > 1 << 20) flush();
    },
    end: () => {
      flush();
      closeSync(file);
    },
  };
};
