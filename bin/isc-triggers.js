#!/usr/bin/env node
// In a checkout the sources run as they are; the installed package has them compiled.
import { existsSync } from 'node:fs';

const source = new URL('../cli/main.ts', import.meta.url);
const fromSource = existsSync(source);
if (fromSource) (await import('tsx/esm/api')).register();

const { main } = await import(
  fromSource ? source.href : new URL('../dist/cli/main.js', import.meta.url).href
);
process.exitCode = await main(process.argv.slice(2));
