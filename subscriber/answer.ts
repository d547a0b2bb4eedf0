import type { Credentials } from './credentials.ts';
import type { Arrived } from './entry.ts';

/** What is sent to the callbackURL of the event. */
export type Completion = Readonly<{
  output: unknown;
  error?: string;
  /** Default: the secret of the event. */
  secret?: string;
  /** In ms behind the answer. Default 0. */
  afterMs?: number;
}>;

export type Reply = Readonly<{
  /** Default 200. */
  status?: number;
  /** Names in lower case. Default: `content-type: application/json` where there is a body. */
  headers?: Readonly<Record<string, string>>;
  /** Becomes JSON; a text goes as it is. Left out: none. */
  body?: unknown;
  /** In ms of the subscriber's clock behind the arrival. Default 0. */
  afterMs?: number;
  /** Cuts the connection in the middle of the body. */
  cutOff?: boolean;
  /** A request that shows others is answered 401. */
  requires?: Credentials;
  /** Sent once the answer is out. */
  completion?: Completion;
}>;

/** `never`: the connection stays open and no byte is sent. */
export type Answer = Reply | 'never';

/** How requests to a path are answered: all alike, one after the other (the last answer stays), or each by itself. */
export type Answering = Answer | readonly [Answer, ...Answer[]] | ((arrived: Arrived) => Answer);

export type ChooseAnswer = (arrived: Arrived) => Answer;

export const toChoice = (how: Answering): ChooseAnswer => {
  if (typeof how === 'function') return how;
  if (!isList(how)) return () => how;
  let given = 0;

  return () => {
    const answer = how[Math.min(given, how.length - 1)] ?? how[0];
    given += 1;

    return answer;
  };
};

const isList = (how: Answer | readonly [Answer, ...Answer[]]): how is readonly [Answer, ...Answer[]] =>
  Array.isArray(how);
