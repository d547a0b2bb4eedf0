import { expect, test } from '@playwright/test';
import { explainFailure } from './explain-failure.ts';

const attempt = {
  method: 'GET',
  url: 'https://t.example/beta/triggers?filters=CANARY',
  timeoutMs: 10_000,
  viaProxy: false,
};

const coded = (code: string, message = 'Authorization: Bearer CANARY') =>
  Object.assign(new Error(message), { code });

const errors: readonly (readonly [Error, string, RegExp])[] = [
  [new DOMException('aborted', 'TimeoutError'), 'timeout', /did not answer within 10 s/],
  [coded('UND_ERR_CONNECT_TIMEOUT'), 'timeout', /within 10 s/],
  [coded('ECONNREFUSED'), 'refused', /accepts no connection/],
  [new AggregateError([coded('ECONNREFUSED')]), 'refused', /accepts no connection/],
  [coded('ECONNRESET'), 'reset', /closed the connection/],
  [coded('UND_ERR_SOCKET'), 'reset', /closed the connection/],
  [coded('ENOTFOUND'), 'dns', /the name t\.example is not known/],
  [coded('EAI_AGAIN'), 'dns', /SAIL_BASE_URL/],
  [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls', /NODE_EXTRA_CA_CERTS/],
  [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'tls', /NODE_EXTRA_CA_CERTS/],
  [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls', /no secure connection/],
  [coded('ERR_SSL_WRONG_VERSION_NUMBER'), 'tls', /no secure connection/],
  [coded('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling'), 'proxy', /HTTPS_PROXY/],
  [coded('HPE_INVALID_CONSTANT'), 'protocol', /not HTTP/],
  [coded('Z_DATA_ERROR'), 'protocol', /not HTTP/],
];

for (const [error, reason, message] of errors) {
  test(`explains ${'code' in error ? error.code : error.name} as ${reason}`, () => {
    const explained = explainFailure(error, attempt);

    expect(explained).toMatchObject({ reason, message: expect.stringMatching(message) });
    expect(explained.message).toMatch(/^GET \/beta\/triggers: .*t\.example/);
    expect(`${explained.stack}${explained.cause}`).not.toContain('CANARY');
  });
}

test('blames the proxy for a connection that it did not make', () => {
  expect(explainFailure(coded('ECONNREFUSED'), { ...attempt, viaProxy: true })).toMatchObject({
    reason: 'proxy',
  });
});
