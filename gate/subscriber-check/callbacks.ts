import { judgeCompletion } from '../../dispatch/completion.ts';
import { isJsonObject } from '../../dispatch/json.ts';
import { invocationIdOf } from '../../dispatch/metadata.ts';
import type { Answer } from '../../subscriber/answer.ts';
import type { Clock } from '../../subscriber/clock.ts';
import type { Arrived, Entry } from '../../subscriber/entry.ts';
import { openSubscriber } from '../../subscriber/open-subscriber.ts';
import { UsageError } from '../gate-options.ts';
import type { Attempt, Invocation } from './call.ts';

/** Where completions arrive, and what a tenant would answer to them. */
export type Callbacks = AsyncDisposable &
  Readonly<{
    /** On this machine. */
    url: string;
    attempts: () => readonly Attempt[];
    /** Makes an invocation that can be completed from now on. */
    expect: (invocation: Invocation) => void;
    /** Resolves when it holds, which is looked at whenever something arrives, or at the time `until`. */
    wait: (holds: () => boolean, until: number, signal: AbortSignal) => Promise<void>;
  }>;

/** Opens the receiver of completions on loopback. Throws UsageError where the port is taken. */
export const openCallbacks = async ({
  clock,
  port = 0,
}: Readonly<{ clock: Clock; port?: number | undefined }>): Promise<Callbacks> => {
  const invocations = new Map<string, Invocation & { completed?: number }>();
  const attempts: Attempt[] = [];
  const lookers = new Set<() => void>();

  const answer = ({ path, json, at }: Arrived): Answer => {
    const secret = isJsonObject(json) && typeof json.secret === 'string' ? json.secret : '';
    const invocation = invocations.get(invocationIdOf(path) ?? '');
    const judgement = judgeCompletion(invocation, { secret, now: at });
    if (judgement.kind === 'refused') return { status: 400, body: refusals[judgement.reason] };
    if (invocation && judgement.kind === 'accepted') invocation.completed = at;

    return { status: 204 };
  };
  const record = (entry: Entry): void => {
    if (entry.kind !== 'arrived') return;
    const { at, method, path, headers, body } = entry;
    attempts.push({ at, method, path, contentType: headers['content-type'] ?? '', body });
    for (const look of [...lookers]) look();
  };
  const { url, close } = await openSubscriber({ clock, port, otherwise: answer }, record).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE'
        ? new UsageError(`Port ${port} is taken: name another for completions with ISC_SUBSCRIBER_PORT.`)
        : error;
    },
  );

  return {
    url,
    attempts: () => [...attempts],
    expect: (invocation) => void invocations.set(invocation.id, { ...invocation }),
    wait: (holds, until, signal) =>
      new Promise((resolve) => {
        const done = (): void => {
          lookers.delete(look);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const look = (): void => {
          if (holds()) done();
        };
        lookers.add(look);
        signal.addEventListener('abort', done);
        const timer = setTimeout(done, Math.max(0, until - clock.now()));
        timer.unref();
        look();
      }),
    [Symbol.asyncDispose]: close,
  };
};

const refusals = {
  'unknown-invocation': {
    detailCode: '400.1 Bad request content',
    messages: [{ text: 'No such invocation.' }],
  },
  'wrong-secret': { detailCode: '400.1 Bad request content', messages: [{ text: 'The secret is wrong.' }] },
} as const;
