import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownK6 } from './run.ts';

/** A program in place of k6, for K6_BIN: `"$k6"` in its script is k6 itself. What it asks the version of, is k6. */
const standIn = (folder: string, script: string): string => {
  const path = join(folder, 'k6');
  writeFileSync(
    path,
    `#!/usr/bin/env bash\nk6='${ownK6()}'\nif [ "$1" = version ]; then exec "$k6" version; fi\n${script}\n`,
  );
  chmodSync(path, 0o755);

  return path;
};

/** k6 with another scenario in place of the one that it is given; `scenario` is its text. */
export const k6Running = (folder: string, scenario: string): string => {
  const path = join(folder, 'scenario.ts');
  writeFileSync(path, scenario);

  return standIn(folder, `exec "$k6" "\${@:1:$#-1}" '${path}'`);
};

/** The path of `dispatch-latency`, to import from. */
export const dispatchLatencyPath = fileURLToPath(
  new URL('../scenarios/dispatch-latency.ts', import.meta.url),
);

/** k6 that runs 20 ms of every 100 ms: what a container's limit of a fifth of a processor makes of it. */
export const starvedK6 = (folder: string): string =>
  standIn(
    folder,
    `"$k6" "$@" &
pid=$!
trap 'kill -CONT $pid; kill -INT $pid' INT TERM
while kill -STOP $pid 2>/dev/null; do
  sleep 0.08
  kill -CONT $pid
  sleep 0.02
done
wait $pid`,
  );
