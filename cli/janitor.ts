import type { Command } from 'commander';
import type { JanitorOptions } from '../gate/janitor.ts';
import { command, type Ended } from './command.ts';

export const janitorCommand = (ended: Ended): Command =>
  command('janitor', 'list, and with --yes remove, what killed runs left on a tenant', [
    'janitor',
    'janitor --yes',
    'janitor --yes --older-than 30m',
  ])
    .option('--yes', 'remove it; needs ISC_ALLOW_WRITES')
    .option('--older-than <duration>', 'only what is as old: 90s, 30m, 6h, 2d', '6h')
    .action(async (options: JanitorOptions) => {
      const { janitor } = await import('../gate/janitor.ts');
      const print = (text: string) => void process.stdout.write(text);
      ended(await janitor(options, { env: process.env, cwd: process.cwd(), print }));
    });
