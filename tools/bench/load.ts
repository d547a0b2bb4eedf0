import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadReport } from '../../reports/load/load-report.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { writeLoadFiles } from './load-files.ts';

const events = 10_000_000;
const seed = 4127;
const most = { seconds: 120, mib: 512 } as const;

/**
 * Raw files of ten million events, of two runners and a subscriber, to a report by the command `report`: how long it
 * takes, in how much memory, and whether it says what the files hold. Gives 1 where one of these fails, 2 where it
 * made no report.
 */
export const benchLoad = async (): Promise<number> => {
  using own = ownFolder();
  process.stderr.write(`writing ${events} events\n`);
  const truth = writeLoadFiles(own.path, events, seed);
  process.stderr.write('reporting them\n');
  const { seconds, cpuSeconds, mib, errors } = await measured(['bin/isc-triggers.js', 'report', own.path]);
  if (errors !== '') {
    process.stderr.write(errors);
    return 2;
  }
  const report: LoadReport = JSON.parse(readFileSync(join(own.path, 'load.json'), 'utf8'));
  const { invocations, deliveries } = report.accounting;
  const p99 = report.scenarios[0]?.phases.accepted?.p99 ?? Number.NaN;
  const lines = [
    line(
      `${events} events to a report in ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of CPU), at most ${most.seconds} s`,
      seconds <= most.seconds,
    ),
    line(`its memory at the most: ${mib.toFixed(0)} MiB, at most ${most.mib} MiB`, mib <= most.mib),
    line(
      `${invocations.sent} sent, ${deliveries.delivered} delivered, ${deliveries.doubled} doubled, as the files hold`,
      invocations.sent === truth.sent &&
        deliveries.delivered === truth.delivered &&
        deliveries.doubled === truth.doubled,
    ),
    line(
      `p99 ${p99} ms, of the files ${truth.acceptedP99.toFixed(3)} ms`,
      Math.abs(p99 - truth.acceptedP99) < 0.01,
    ),
  ];
  process.stdout.write(`${lines.map(({ text }) => text).join('\n')}\n`);

  return lines.every(({ holds }) => holds) ? 0 : 1;
};

type Measured = Readonly<{ seconds: number; cpuSeconds: number; mib: number; errors: string }>;

/** Runs a program of Node to its end; what it took is read from /proc, which Linux has. */
const measured = (args: readonly string[]): Promise<Measured> => {
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  let mib = 0;
  let ticks = 0;
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      mib = Math.max(mib, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      ticks = Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended.
    }
  }, 100);

  return new Promise((resolve) =>
    child.once('close', () => {
      clearInterval(look);
      resolve({ seconds: (performance.now() - began) / 1000, cpuSeconds: ticks / 100, mib, errors });
    }),
  );
};

const line = (text: string, holds: boolean) => ({ text: `${holds ? 'holds ' : 'FAILS '} ${text}`, holds });
