import { expect, test } from '@playwright/test';
import { createMasker } from './masker.ts';
import { json, serve, testClient } from './testing/tenant.ts';

const fields = { grant_type: 'client_credentials', client_id: 'id-2', client_secret: 'CANARY & more' };

for (const form of ['form', 'multipart', 'query'] as const) {
  test(`asks for a token with its credentials as ${form}, and learns what is secret`, async () => {
    await using server = await serve(
      (_, response) => json(response, 200, { access_token: 'CANARY-OTHER', expires_in: 749 }),
      { tokens: false },
    );
    const masker = createMasker();
    const client = testClient(server, { masker });

    const answer = await client.requestToken({ clientId: 'id-2', clientSecret: 'CANARY & more', form });

    const [seen] = server.seen;
    const sent = await new Response(seen?.body, {
      headers: { 'Content-Type': seen?.headers['content-type'] ?? '' },
    })
      .formData()
      .catch(() => new URL(seen?.url ?? '', server.url).searchParams);
    expect(Object.fromEntries(sent)).toEqual(fields);
    expect(answer).toMatchObject({ status: 200, body: { access_token: 'CANARY-OTHER' } });
    expect(masker.mask('CANARY & more, CANARY-OTHER')).toBe('[masked], [masked]');
  });
}
