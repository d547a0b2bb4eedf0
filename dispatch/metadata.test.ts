import { expect, test } from '@playwright/test';
import { callbackUrl } from './callback-url.ts';
import { httpEnvelope } from './envelope.ts';
import { eventBridgeEnvelope } from './event-bridge.ts';
import { sampleEvent } from './fixtures.ts';
import { invocationIdOf, readMetadata } from './metadata.ts';

const { callbackURL, secret } = sampleEvent;

test('the metadata of an HTTP dispatch is found at the top', () => {
  expect(readMetadata(httpEnvelope('ASYNC', sampleEvent))).toEqual({ place: 'top', callbackURL, secret });
});

test('the metadata of an event from a bus is found below detail, and said to be there', () => {
  const config = { awsAccount: '123456789012', awsRegion: 'eu-central-1' };
  const envelope = eventBridgeEnvelope({ event: sampleEvent, config, time: '2026-01-01T00:00:00.000Z' });

  expect(readMetadata(envelope)).toEqual({ place: 'detail', callbackURL, secret });
});

for (const event of [
  undefined,
  null,
  'text',
  [],
  {},
  { _metadata: null },
  { _metadata: { secret } },
  { _metadata: { callbackURL, secret: 1 } },
]) {
  test(`there is no metadata in ${JSON.stringify(event)}`, () => {
    expect(readMetadata(event)).toBeUndefined();
  });
}

for (const [version, base, url] of [
  ['beta', 'https://t.example', 'https://t.example/beta/trigger-invocations/a%2Fb/complete'],
  ['v2026', 'https://t.example/', 'https://t.example/v2026/trigger-invocations/a%2Fb/complete'],
  ['v1', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080/trigger-invocations/v1/a%2Fb/complete'],
] as const) {
  test(`the callbackURL of ${version} below ${base} is ${url} and names its invocation`, () => {
    expect(callbackUrl(base, version, 'a/b')).toBe(url);
    expect(invocationIdOf(url)).toBe('a/b');
  });
}

for (const url of ['https://t.example/', 'complete', '/complete', '/x/completed']) {
  test(`${url} names no invocation`, () => {
    expect(invocationIdOf(url)).toBeUndefined();
  });
}

test('an id that is badly escaped is taken as it is', () => {
  expect(invocationIdOf('/beta/trigger-invocations/%/complete?x=1')).toBe('%');
});
