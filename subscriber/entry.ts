import type { EventMetadata } from '../dispatch/metadata.ts';
import type { Credentials } from './credentials.ts';

/** A request, as it came. */
export type Arrived = Readonly<{
  kind: 'arrived';
  /** Counts requests from 1, in the order in which they came. What follows from a request bears its number. */
  number: number;
  /** When its head was there, in ms of the subscriber's clock; taken before anything else was done. */
  at: number;
  method: string;
  /** Without query. */
  path: string;
  /** With its question mark; empty where there is none. */
  query: string;
  /** Names in lower case; what came more than once is joined by commas. */
  headers: Readonly<Record<string, string>>;
  credentials: Credentials;
  /** What there is of it, where the sender broke off. */
  body: string;
  /** Whether all of the body came. */
  whole: boolean;
  /** The body's value, or undefined where it is no JSON. */
  json: unknown;
  /** How to complete the invocation, where the event says so. */
  metadata: EventMetadata | undefined;
  invocationId: string | undefined;
}>;

/** The answer went out. */
export type Answered = Readonly<{ kind: 'answered'; number: number; at: number; status: number }>;

/** The connection was cut in the middle of the answer, as told. */
export type CutOff = Readonly<{ kind: 'cut-off'; number: number; at: number }>;

/** The sender closed the connection before it had its answer. */
export type HungUp = Readonly<{ kind: 'hung-up'; number: number; at: number }>;

/** A completion went out: its answer, or why there is none. */
export type Completed = Readonly<{
  kind: 'completed';
  number: number;
  at: number;
  status: number | undefined;
  error: string | undefined;
}>;

export type Entry = Arrived | Answered | CutOff | HungUp | Completed;

export type EntryKind = Entry['kind'];

/** Takes what happens, in its order. */
export type RecordEntry = (entry: Entry) => void;
