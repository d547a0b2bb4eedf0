import { createJournal, type Journal } from './journal.ts';
import { type OpenSubscriber, openSubscriber, type SubscriberOptions } from './open-subscriber.ts';

/** A subscriber in this process, with a journal that can be awaited. */
export type Subscriber = OpenSubscriber &
  Readonly<{ journal: Journal; [Symbol.asyncDispose]: () => Promise<void> }>;

/**
 * Starts a recording subscriber on loopback.
 * @example
 * await using subscriber = await startSubscriber({ clock });
 * subscriber.answer('/approve', { body: { approved: true }, afterMs: 2000 });
 * const event = await subscriber.journal.waitFor(arrivedAt('/approve'), { deadlineMs: 5000 });
 */
export const startSubscriber = async (options: SubscriberOptions): Promise<Subscriber> => {
  const { journal, record, close: closeJournal } = createJournal();
  const subscriber = await openSubscriber(options, record);
  const close = async (): Promise<void> => {
    closeJournal();
    await subscriber.close();
  };

  return { ...subscriber, journal, close, [Symbol.asyncDispose]: close };
};
