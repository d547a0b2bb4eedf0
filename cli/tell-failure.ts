import { CommanderError } from 'commander';
import { InterruptedError } from '../gate/signals.ts';

/** Errors whose message is a sentence for people. */
const told: readonly string[] = [
  'UsageError',
  'InterruptedError',
  'SettingsError',
  'TokenError',
  'TransportError',
  'TenantGoneError',
  'ThrottledError',
  'GuardError',
  'WalkError',
  'ContractError',
  'HistoryError',
  'FolderError',
];

/** Tells in a sentence why the program could not do its work, and gives the exit code for it. */
export const tellFailure = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${sentence(error)}\n`);

  return error instanceof InterruptedError ? 130 : 2;
};

/** What a file system says where a file has no place. */
const unwritable = [
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EFBIG',
  'EISDIR',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'ENOTEMPTY',
  'EPERM',
  'EROFS',
];

const sentence = (error: unknown): string => {
  if (!(error instanceof Error)) return `isc-triggers failed: ${String(error)}`;
  if (told.includes(error.name)) return error.message;
  const { code, port } = error as Readonly<{ code?: unknown; port?: unknown }>;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another with --port, or 0 for any that is free.`;

  if (unwritable.includes(String(code)))
    return `A file cannot be written or read: ${error.message}. Make room for it, or name another folder with --results.`;

  return `isc-triggers failed: ${error.message} This is a mistake of the program; set ISC_DEBUG=1 to see where.${
    process.env.ISC_DEBUG ? `\n${error.stack}` : ''
  }`;
};
