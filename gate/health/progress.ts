import type { ListOperation } from '../../client/walk.ts';

export type Progress = Disposable & Readonly<{ reading: (operation: ListOperation) => void }>;

const lists: Readonly<Record<ListOperation, string>> = {
  listTriggers: 'triggers',
  listSubscriptions: 'subscriptions',
  listTriggerInvocationStatus: 'invocation statuses',
};

/** Nobody waits for less without a word, in ms. */
const patience = 2000;

/** Says what is being read, as soon as it takes a while. */
export const progressTo = (write: (text: string) => void): Progress => {
  let current: ListOperation = 'listTriggers';
  let waiting = true;
  const tell = (): void => write(`reading the ${lists[current]}\n`);
  const timer = setTimeout(() => {
    waiting = false;
    tell();
  }, patience);
  timer.unref();

  return {
    reading: (operation) => {
      current = operation;
      if (!waiting) tell();
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
};
