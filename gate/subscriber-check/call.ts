import type { TransportReason } from '../../client/errors.ts';
import type { Step } from './step.ts';

/** What came back for an event. `ms`: from the start of the request to the end of the answer. */
export type Answer =
  | Readonly<{
      kind: 'answered';
      status: number;
      /** Names in lower case. */
      headers: Readonly<Record<string, string>>;
      body: string;
      ms: number;
    }>
  | Readonly<{ kind: 'none'; reason: TransportReason; ms: number }>;

/** What an event gives to be completed with; `path` is that of callbackURL without what stands before the API. */
export type Invocation = Readonly<{ id: string; secret: string; callbackURL: string; path: string }>;

/** An event that was sent, and what came of it. Times in ms of the clock of the check. */
export type Call = Readonly<{
  /** Counts from 1, in the order in which they went out. */
  number: number;
  step: Step;
  invocation: Invocation;
  bytes: number;
  at: number;
  answer: Answer;
}>;

/** A request that arrived where completions do. */
export type Attempt = Readonly<{
  at: number;
  method: string;
  /** Without query. */
  path: string;
  contentType: string;
  body: string;
}>;

export const isSuccess = ({ answer }: Call): boolean =>
  answer.kind === 'answered' && answer.status >= 200 && answer.status <= 299;

/** Whether a call was left open for a completion. */
export const isOpen = (call: Call): boolean =>
  isSuccess(call) &&
  (call.step.mode === 'ASYNC' ||
    (call.step.mode === 'DYNAMIC' && call.answer.kind === 'answered' && call.answer.status === 202));
