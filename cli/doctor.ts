import type { Command } from 'commander';
import type { DoctorOptions } from '../gate/doctor.ts';
import { command, type Ended } from './command.ts';

export const doctorCommand = (ended: Ended): Command =>
  command('doctor', 'settings, reachability, token, and how much a gate would judge', [
    'doctor',
    'doctor --api-version v2025',
  ])
    .option('--api-version <versions>', 'beta, v2024, v2025, v2026, v1, several with commas, or all')
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('../gate/doctor.ts');
      const print = (text: string) => void process.stdout.write(text);
      ended(await doctor(options, { env: process.env, cwd: process.cwd(), print }));
    });
