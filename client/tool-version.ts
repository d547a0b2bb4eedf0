import { readFileSync } from 'node:fs';

/** The version in this program's package.json, which stands beside the sources and above the compiled files. */
export const toolVersion = (): string => {
  for (const path of ['../package.json', '../../package.json']) {
    const { name, version } = read(new URL(path, import.meta.url)) ?? {};
    if (name === 'isc-triggers' && version) return version;
  }

  return 'unknown';
};

const read = (file: URL): { name?: string; version?: string } | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};
