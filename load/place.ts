import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = new URL('..', import.meta.url);
const fromSource = existsSync(new URL('tsconfig.json', here));

/** The folder of the program: that of package.json, beside the sources and above the compiled files. */
export const programFolder = (): string => fileURLToPath(fromSource ? here : new URL('..', here));

/** What Node is given to run a file of the program as a process of its own: `subscriber/main`, without its ending. */
export const nodeArguments = (module: string): readonly string[] =>
  fromSource
    ? ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL(`${module}.ts`, here))]
    : [fileURLToPath(new URL(`${module}.js`, here))];
