import { expect, test } from '@playwright/test';
import { httpEnvelope } from './envelope.ts';
import { eventBridgeEnvelope } from './event-bridge.ts';
import { sampleEvent } from './fixtures.ts';
import { dispatchMode } from './mode.ts';
import { workflowEnvelope } from './workflow.ts';

for (const mode of ['FIRE_AND_FORGET', 'SYNC'] as const) {
  test(`in mode ${mode} the event is the bare input`, () => {
    expect(httpEnvelope(mode, sampleEvent)).toEqual(sampleEvent.input);
  });
}

for (const mode of ['ASYNC', 'DYNAMIC'] as const) {
  test(`in mode ${mode} the event is the input and how to complete it`, () => {
    expect(httpEnvelope(mode, sampleEvent)).toEqual({
      accessRequestId: 'r1',
      requestedBy: { id: 'i1' },
      _metadata: {
        callbackURL: 'https://tenant.example/beta/trigger-invocations/an%20invocation/complete',
        responseMode: 'async',
        secret: 'a secret',
        triggerId: 'idn:access-request-pre-approval',
        triggerType: 'requestResponse',
      },
    });
  });
}

test('an input with a _metadata of its own does not hide the way to complete the invocation', () => {
  const envelope = httpEnvelope('ASYNC', { ...sampleEvent, input: { _metadata: 'mine' } });

  expect(envelope._metadata).toMatchObject({ secret: 'a secret' });
});

test('a FIRE_AND_FORGET trigger awaits no answer, whatever its subscription says', () => {
  expect(dispatchMode('FIRE_AND_FORGET', 'ASYNC')).toBe('FIRE_AND_FORGET');
  expect(dispatchMode('REQUEST_RESPONSE', 'DYNAMIC')).toBe('DYNAMIC');
});

test('on an EventBridge bus input and metadata stand below detail', () => {
  const envelope = eventBridgeEnvelope({
    event: sampleEvent,
    config: { awsAccount: '123456789012', awsRegion: 'eu-central-1' },
    time: '2026-01-01T00:00:00.000Z',
  });

  expect(envelope).toMatchObject({
    'detail-type': 'idn:access-request-pre-approval',
    account: '123456789012',
    region: 'eu-central-1',
    time: '2026-01-01T00:00:00.000Z',
    detail: {
      accessRequestId: 'r1',
      _metadata: {
        invocationId: 'an invocation',
        secret: 'a secret',
        callbackURL: sampleEvent.callbackURL,
      },
    },
  });
  expect(envelope).not.toHaveProperty('_metadata');
});

test('a workflow sees the input beside a block of its own', () => {
  expect(workflowEnvelope(sampleEvent)).toEqual({
    ...sampleEvent.input,
    _meta: {
      invocationId: 'an invocation',
      subscriptionId: 'a subscription',
      triggerType: 'requestResponse',
    },
  });
});
