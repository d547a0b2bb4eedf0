import { createFakeSubscriber, type SentDispatch } from '../../dispatch/fake-subscriber.ts';
import { httpDispatcher } from '../../dispatch/http-dispatcher.ts';
import { type Answer, draft, openTestTenant, type TestTenant } from '../../test-tenant.ts';
import type { Apply } from '../mutant.ts';
import { authentication, quota } from './authentication.ts';
import { completing } from './completing.ts';
import { deadlines, retention } from './deadlines.ts';
import { defects } from './defects.ts';
import { changing, dispatching } from './dispatching.ts';
import { subscriptions } from './drafts.ts';
import { validating } from './filters.ts';
import { testing } from './invocations.ts';
import { lists } from './lists.ts';
import type { Speak } from './speak.ts';
import { starting } from './starting.ts';
import { statusLists } from './status-lists.ts';
import { changes, creation, limits } from './subscriptions.ts';

type Send = TestTenant['send'];

/** One part of the conversation, on a tenant of its own. */
type Part = Readonly<{
  /** Ids of the clauses that it is about. */
  about: RegExp;
  speak: Speak;
  quota?: number;
}>;

/** A part of the conversation with a tenant, spoken when it is called: what was answered, ids and times left out. */
export type SpokenPart = Readonly<{ about: RegExp; speak: () => Promise<string> }>;

/** All that can be said to a tenant with a fault, part by part. */
export const conversation = (apply: Apply): readonly SpokenPart[] =>
  parts.map(({ about, quota, speak }) => ({ about, speak: () => hear(apply, speak, quota) }));

const hear = async (apply: Apply, speak: Speak, quota: number | undefined): Promise<string> => {
  const heard: string[] = [];
  const { send: dispatch, sent } = createFakeSubscriber();
  const opened = await openTestTenant({
    dispatcher: httpDispatcher(dispatch),
    ...(quota && { quota: { requests: quota, windowMs: 10_000 } }),
  });
  apply(opened.tenant);
  const send: Send = async (...request) => {
    const answer = await opened.send(...request);
    heard.push(toLine(request, answer));

    return answer;
  };
  const subscribe: TestTenant['subscribe'] = async (more) =>
    (await send('POST', subscriptions, { body: { ...draft, ...more } })).body as Readonly<
      Record<string, unknown>
    >;
  // What a broken tenant answers may be nothing to go on with.
  await speak({ ...opened, sent, send, subscribe }).catch((error: unknown) => heard.push(String(error)));

  return numbered([...heard, ...sent.map(toSentLine)].join('\n'));
};

const toLine = ([method, path]: Parameters<Send>, { status, headers, text }: Answer): string => {
  const { date: _, ...rest } = headers;

  return [method, path, status, JSON.stringify(rest), text]
    .join(' ')
    .replace(/"access_token":"[^"]+"/g, 'TOKEN');
};

const toSentLine = ({ request }: SentDispatch): string => JSON.stringify(request);

/** Ids differ from one tenant to the next; which of them are the same does not. */
const numbered = (text: string): string => {
  const ids = new Map<string, number>();

  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}/g, (id) => {
    const number = ids.get(id) ?? ids.size;
    ids.set(id, number);

    return `ID${number}`;
  });
};

const parts: readonly Part[] = [
  { about: /^requests/, speak: defects },
  { about: /^quota/, speak: quota, quota: 2 },
  { about: /^invocations\.(test|complete|status)/, speak: testing },
  { about: /^(invocations\.test|dispatch\.only)/, speak: starting },
  { about: /^(dispatch|invocations\.status)/, speak: dispatching },
  { about: /^dispatch\.(deadline|answer)/, speak: deadlines },
  {
    about: /^(dispatch\.(request|only|no-auth|basic|bearer|async)|invocations\.test\.filter)/,
    speak: changing,
  },
  { about: /^invocations\.complete/, speak: completing },
  { about: /^invocations\.status\.(retention|most)/, speak: retention },
  { about: /^filters/, speak: validating },
  { about: /^subscriptions\.(create|secrets)/, speak: creation },
  { about: /^subscriptions\.(update|patch|delete)/, speak: changes },
  { about: /^(auth|exchange)/, speak: authentication },
  { about: /^subscriptions\.limit/, speak: limits },
  { about: /^(collections|triggers)/, speak: lists },
  { about: /^collections/, speak: statusLists },
];
