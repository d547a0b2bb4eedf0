import { spawn } from 'node:child_process';

/** For the whole command, in ms. */
const patience = 60_000;

type Notice = Readonly<{ command: string; text: string; env: NodeJS.ProcessEnv; signal: AbortSignal }>;

/** Hands a text to a shell command on its standard input. Gives what went wrong, or undefined; never throws. */
export const notify = ({ command, text, env, signal }: Notice): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      timeout: patience,
      signal,
      env: withoutSecrets(env),
    });
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code, by) => resolve(code === 0 ? undefined : `it ended with ${code ?? by}`));
    // A command that does not read to the end is its own affair: its exit code counts.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });

/** The command has its own way to whom it tells: the tenant's secrets are not for it. */
const withoutSecrets = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(SAIL|ISC)_.*(SECRET|TOKEN)$/.test(name)));
