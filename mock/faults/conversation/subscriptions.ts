import { type Answer, draft } from '../../test-tenant.ts';
import { basic, bearer, eventBridge, subscriptions, url } from './drafts.ts';
import type { Speak } from './speak.ts';

export const creation: Speak = async ({ send }) => {
  for (const body of [
    draft,
    {
      ...draft,
      name: 'x'.repeat(60),
      description: 'd',
      filter: '$.a',
      responseDeadline: 'PT5M',
      enabled: false,
    },
    {
      ...draft,
      description: 'R&D "é"',
      filter: '$[?(@.a == "R&D")]',
      httpConfig: { ...draft.httpConfig, url: `${url}Path?a=1` },
    },
    eventBridge,
    { ...draft, httpConfig: basic },
    { ...draft, httpConfig: bearer },
    { ...draft, name: undefined },
    { ...draft, type: undefined },
    { ...draft, triggerId: undefined },
    { ...draft, type: 'FAX' },
    { ...draft, enabled: 'true' },
    { ...draft, httpConfig: undefined },
    { ...draft, httpConfig: { httpDispatchMode: 'SYNC' } },
    { ...draft, httpConfig: { url, httpDispatchMode: 'sync' } },
    { ...eventBridge, eventBridgeConfig: undefined },
    { ...eventBridge, eventBridgeConfig: { awsAccount: '123456789012' } },
    '{',
  ]) {
    await send('POST', subscriptions, { body });
  }
  await send('GET', subscriptions);
  await send('GET', `${subscriptions}?filters=${encodeURIComponent(`triggerId eq "${draft.triggerId}"`)}`);
};

export const changes: Speak = async ({ send, subscribe }) => {
  const full = { description: 'd', filter: '$.a', httpConfig: basic };
  const id = String((await subscribe(full)).id);
  await subscribe();
  const { triggerId, ...replacement } = { ...draft, name: 'put' };
  for (const body of [
    { ...replacement, httpConfig: { ...bearer, url: 'http://127.0.0.1:8/' } },
    { ...replacement, id: 'other' },
    { ...replacement, triggerId: 'idn:source-created' },
    { ...replacement, type: 'FAX' },
    { ...replacement, enabled: 'true' },
    { ...replacement, httpConfig: { url, httpDispatchMode: 'sync' } },
    {
      ...replacement,
      triggerId,
      name: 'x'.repeat(60),
      filter: '$[?(@.a == "R&D")]',
      enabled: false,
      responseDeadline: 'PT7M',
    },
    { ...replacement, enabled: true },
  ]) {
    await send('PUT', `${subscriptions}/${id}`, { body });
    await send('GET', subscriptions);
  }
  const patch = (...body: readonly Readonly<Record<string, unknown>>[]) =>
    send('PATCH', `${subscriptions}/${id}`, { body: body.length === 1 && !body[0]?.op ? body[0] : body });
  await patch({ op: 'add', path: '/description', value: 'd' }, { op: 'add', path: '/filter', value: '$.b' });
  for (const step of [
    { op: 'replace', path: '/name', value: 'n' },
    { op: 'replace', path: '/enabled', value: false },
    { op: 'replace', path: '/httpConfig/url', value: 'http://127.0.0.1:7/' },
    { op: 'copy', from: '/filter', path: '/description' },
    { op: 'move', from: '/filter', path: '/description' },
    { op: 'remove', path: '/description' },
    { op: 'test', path: '/name', value: 'n' },
    { op: 'merge', path: '/name', value: 'n' },
    { op: 'replace', path: '/id', value: 'n' },
    { op: 'replace', path: '/triggerId', value: triggerId },
    { op: 'replace', path: '/type', value: 'FAX' },
    { op: 'replace', path: '/enabled', value: 'yes' },
  ]) {
    await patch(step);
    await patch({ op: 'replace', path: '/name', value: `before ${step.path}` }, step);
    await send('GET', subscriptions);
  }
  await send('PATCH', `${subscriptions}/${id}`, { body: { op: 'replace', path: '/name', value: 'single' } });
  for (const unknown of [id, id, 'nobody']) await send('DELETE', `${subscriptions}/${unknown}`);
  await send('PUT', `${subscriptions}/nobody`, { body: replacement });
  await send('PATCH', `${subscriptions}/nobody`, { body: [] });
  await send('GET', subscriptions);
};

export const limits: Speak = async ({ send }) => {
  const types = [draft, { ...draft, enabled: false }, { ...draft, type: 'INLINE', httpConfig: undefined }];
  let last: Answer | undefined;
  for (let n = 0; n < 52; n += 1) {
    const created = await send('POST', subscriptions, { body: types[n % types.length] });
    if (created.status === 201) last = created;
  }
  await send('DELETE', `${subscriptions}/${(last?.body as { id?: string } | undefined)?.id}`);
  await send('POST', subscriptions, { body: draft });
  const slot = { ...draft, triggerId: 'idn:access-request-pre-approval' };
  await Promise.all([1, 2].map(() => send('POST', subscriptions, { body: slot })));
  await send('POST', subscriptions, { body: slot });
  await send('GET', `${subscriptions}?count=true&limit=0`);
};
