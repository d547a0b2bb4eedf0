import { subscriptions } from './drafts.ts';
import type { Speak } from './speak.ts';

export const lists: Speak = async ({ send, subscribe, tenant }) => {
  for (const [name, triggerId, type] of [
    ['b', 'idn:source-created', 'SCRIPT'],
    ['a', 'idn:source-created', 'INLINE'],
    ['c', 'idn:identity-created', 'HTTP'],
  ]) {
    await subscribe({ name, triggerId, type });
  }
  const triggers = [
    'count=true',
    'limit=2&count=true',
    'limit=2',
    'limit=2&offset=2',
    'limit=1&offset=30',
    'limit=1&count=true&filters=id eq "idn:source-created"',
    'filters=id eq "idn:source"',
    'filters=id ge "idn:source-deleted"',
    'filters=id le "idn:access-request-post-approval"',
    'filters=id ge "idn:source-created" and id le "idn:source-deleted"',
    'filters=id eq "idn:source-created" or id eq "idn:source-deleted"',
    'filters=not id ge "idn:campaign-ended"',
    'filters=id eq "idn:source-created" or id eq "idn:source-deleted" and id eq "idn:source-updated"',
    'filters=not id eq "idn:source-created" or id eq "idn:source-created"',
    'filters=(id eq "idn:source-created" or id eq "idn:source-deleted") and id eq "idn:source-deleted"',
    'filters=id eq "\\"" or id eq "idn:source-created"',
    'filters=name eq "Source Created"',
    'filters=id sw "idn"',
    'sorters=name',
    'sorters=-name&limit=3',
    'sorters=id,-name&limit=3',
  ];
  for (const query of triggers) await send('GET', `/beta/triggers?${query}`);
  const listed = [
    'limit=1&count=true',
    'limit=1&offset=1',
    'limit=2&offset=1',
    'filters=triggerId eq "idn:source-created"',
    'filters=type eq "HTTP"',
    'filters=type le "INLINE"',
    'filters=type ge "INLINE"',
    'filters=id le "f"',
    'filters=name eq "a"',
    'filters=triggerId eq "idn:source-created" and type eq "HTTP"',
    'sorters=triggerId',
    'sorters=-triggerId',
    'sorters=triggerId,triggerName',
  ];
  for (const query of listed) await send('GET', `${subscriptions}?${query}`);

  const [first] = tenant.store.subscriptions.list();
  for (let n = 0; first && n < 260; n += 1) tenant.store.subscriptions.put({ ...first, id: String(n) });
  await send('GET', `${subscriptions}?limit=250`);
  await send('GET', `${subscriptions}?limit=20&offset=20`);
};
