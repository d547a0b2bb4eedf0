import { draft } from '../../test-tenant.ts';
import { eventBridge, invocations, subscriptions } from './drafts.ts';
import type { Speak } from './speak.ts';

/** Bodies with one thing wrong, deep in them or at their surface. */
export const defects: Speak = async ({ send, subscribe }) => {
  const { triggerId, ...replacement } = draft;
  const { url: _, ...noUrl } = draft.httpConfig;
  const { id } = await subscribe({ triggerId: 'idn:access-request-pre-approval' });
  for (const body of [
    { ...draft, name: [] },
    { ...eventBridge, eventBridgeConfig: { ...eventBridge.eventBridgeConfig, awsRegion: {} } },
  ])
    await send('POST', subscriptions, { body });
  for (const httpConfig of [noUrl, { ...draft.httpConfig, httpAuthenticationType: 'NONE' }])
    await send('PUT', `${subscriptions}/${id}`, { body: { ...replacement, httpConfig } });
  await send('POST', `${subscriptions}/validate-filter`, { body: { filter: {}, input: {} } });
  await send('POST', `${invocations}/test`, { body: { triggerId, contentJson: [] } });
  const started = await send('POST', `${invocations}/test`, {
    body: { triggerId: 'idn:access-request-pre-approval', contentJson: {}, subscriptionIds: [id] },
  });
  const [invocation] = started.body as readonly Readonly<Record<string, unknown>>[];
  for (const body of [
    { secret: {}, output: {} },
    { secret: invocation?.secret, output: [] },
  ])
    await send('POST', `${invocations}/${invocation?.id}/complete`, { body });
};
