import { runContext } from './run-context.ts';

/**
 * Before the first spec: a runner whose command was killed ends as if it had been interrupted, and cleans up. A
 * run that nobody waits for must not go on speaking to a tenant.
 */
const endWithParent = (): void => {
  if (!runContext(process.env, process.cwd()).watched) return;
  process.stdin
    .on('end', () => process.kill(process.pid, 'SIGINT'))
    .resume()
    .unref();
};

export default endWithParent;
