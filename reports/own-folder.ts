import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test, gone with its scope: `using own = ownFolder();`. */
export const ownFolder = (): Disposable & Readonly<{ path: string }> => {
  const path = mkdtempSync(join(tmpdir(), 'isc-triggers-'));

  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
};
