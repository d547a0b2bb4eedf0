/** What a command does about SIGINT, SIGTERM and SIGHUP while it listens to them. */
export type Signals = Disposable &
  Readonly<{
    /** Aborted by the first signal: end what is under way, and clean up. */
    first: AbortSignal;
    /** Called by the second one, before the process ends at once. Gives the way to call it off. */
    atOnce: (task: () => void) => () => void;
  }>;

/** The command was interrupted before it had anything to clean up. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm hands on the signal that the terminal has sent already; in ms. */
const echo = 500;

/** Listens until it is disposed of: the first signal asks, the second one ends the process with 130. */
export const listenToSignals = (): Signals => {
  const first = new AbortController();
  const tasks = new Set<() => void>();
  let askedAt = 0;

  const onSignal = (): void => {
    if (!first.signal.aborted) {
      askedAt = performance.now();
      first.abort(new InterruptedError('Interrupted.'));
      return;
    }
    if (performance.now() - askedAt < echo) return;
    for (const task of tasks) task();
    process.stderr.write(
      'Stopped at once, without cleaning up. What a run left on a tenant: npx isc-triggers janitor --older-than 0\n',
    );
    process.exit(130);
  };
  for (const name of names) process.on(name, onSignal);

  return {
    first: first.signal,
    atOnce: (task) => {
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    [Symbol.dispose]: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
};

/** Waits for work that may be left where it stands; throws InterruptedError as soon as the first signal comes. */
export const unlessInterrupted = async <T>(work: Promise<T>, { first }: Signals): Promise<T> => {
  first.throwIfAborted();
  let stop = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    stop = () => reject(first.reason);
    first.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    first.removeEventListener('abort', stop);
  }
};
