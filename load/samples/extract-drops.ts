import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { UsageError } from '../../gate/gate-options.ts';

const wanted = 'dropped_iterations,';
const chunkSize = 1 << 17;
/** Longer than any line of k6. */
const longestLine = 4096;

/**
 * Copies the heading and the dropped starts of k6's own samples to a file. k6 writes some thirteen samples for each
 * event, of which a run needs these alone: a search in the bytes is three times as fast as reading them all as CSV.
 * Times in it are in ns: throws UsageError where they are not, since k6's own, whole seconds, tell nothing of
 * latencies (FC-059). What was cut short is taken as far as it goes.
 */
export const extractDrops = async (metrics: string, target: string): Promise<void> => {
  const out = createWriteStream(target);
  if (existsSync(metrics) && statSync(metrics).size > 0) {
    let rest: Buffer = Buffer.alloc(0);
    let headed = false;
    try {
      for await (const chunk of createReadStream(metrics, { highWaterMark: chunkSize }).pipe(
        createGunzip({ chunkSize }),
      )) {
        const text: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        if (!headed) {
          rest = text;
          if (!hasSample(text)) continue;
          checkTimes(text, metrics);
          out.write(text.subarray(0, text.indexOf('\n') + 1));
          headed = true;
        }
        rest = Buffer.from(text.subarray(copyWanted(text, (line) => out.write(line))));
      }
    } catch (error) {
      if (!isCutShort(error)) throw error;
    } finally {
      out.end();
    }
  } else out.end();
  await once(out, 'close');
};

/** Whether the heading and a line behind it are there, to their ends. */
const hasSample = (text: Buffer): boolean => text.indexOf('\n', text.indexOf('\n') + 1) > text.indexOf('\n');

const checkTimes = (text: Buffer, metrics: string): void => {
  const time =
    text
      .subarray(0, 2 * longestLine)
      .toString()
      .split('\n')[1]
      ?.split(',')[1] ?? '';
  if (/^\d{18,20}$/.test(time)) return;
  throw new UsageError(
    `${metrics} has times like "${time}", not in nanoseconds: nothing can be measured by them. ` +
      'Run k6 with K6_CSV_TIME_FORMAT=unix_nano, as the manifests have it.',
  );
};

/** Hands on the whole lines that are wanted, and gives from where on bytes are to be looked at again. */
const copyWanted = (text: Buffer, take: (line: Buffer) => void): number => {
  const whole = text.lastIndexOf('\n') + 1;
  for (let at = text.indexOf(wanted); at >= 0 && at < whole; at = text.indexOf(wanted, at + 1))
    if (at > 0 && text[at - 1] === 10) take(text.subarray(at, text.indexOf('\n', at) + 1));

  // The line feed before a line must be seen with it.
  return Math.max(0, whole === 0 ? text.length - longestLine : whole - 1);
};

const isCutShort = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
