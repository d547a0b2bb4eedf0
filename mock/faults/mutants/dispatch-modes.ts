import { parseJson } from '../../../dispatch/json.ts';
import type { SubscriberAnswer } from '../../../dispatch/outcome.ts';
import { type JsonObject, omit } from '../change.ts';
import { changeDispatch, changeEnvelope, changeEvent, changeOutcome } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

const open = { kind: 'open' } as const;

/** Changes `_metadata` in one mode, or in both that have it. */
const changeMetadata = (
  change: (metadata: JsonObject) => JsonObject,
  meant: readonly string[] = ['ASYNC', 'DYNAMIC'],
): Apply =>
  changeEnvelope((envelope, mode) =>
    meant.includes(mode) ? { ...envelope, _metadata: change(envelope._metadata as JsonObject) } : envelope,
  );

const withoutMetadata = (meant: string): Apply =>
  changeEnvelope((envelope, mode) => (mode === meant ? omit(envelope, '_metadata') : envelope));

const changeCallback = (change: (url: string) => string): Apply =>
  changeEvent((event) => ({ ...event, callbackURL: change(event.callbackURL) }));

/** Takes another output from a success in a mode. */
const takesOutput = (
  meant: string,
  change: (body: unknown) => unknown,
  isMeant: (answer: Extract<SubscriberAnswer, { kind: 'answered' }>) => boolean = ({ status }) =>
    status === 200,
): Apply =>
  changeOutcome((mode, answer) =>
    mode === meant && answer.kind === 'answered' && isMeant(answer)
      ? { kind: 'completed', output: change(parseJson(answer.body)) }
      : undefined,
  );

const leavesOpen = (meant: string, meantStatus: number): Apply =>
  changeOutcome((mode, answer) =>
    mode === meant && answer.kind === 'answered' && answer.status === meantStatus ? open : undefined,
  );

const takesFor = (meant: string, other: 'SYNC' | 'ASYNC' | 'DYNAMIC'): Apply =>
  changeDispatch(({ mode }) => ({
    mode: (...parts) => {
      const right = mode(...parts);

      return right === meant ? other : right;
    },
  }));

/** What SYNC, ASYNC and DYNAMIC send, and make of the answer. */
export const dispatchModeMutants: readonly Mutant[] = [
  {
    id: 'sync-with-metadata',
    breaks: 'dispatch.sync.bare',
    apply: changeEnvelope((envelope, mode) =>
      mode === 'SYNC' ? { ...envelope, _metadata: { responseMode: 'sync' } } : envelope,
    ),
  },
  {
    id: 'sync-wrapped',
    breaks: 'dispatch.sync.bare',
    apply: changeEnvelope((envelope, mode) => (mode === 'SYNC' ? { input: envelope } : envelope)),
  },
  { id: 'async-without-metadata', breaks: 'dispatch.async.metadata', apply: withoutMetadata('ASYNC') },
  { id: 'dynamic-without-metadata', breaks: 'dispatch.async.metadata', apply: withoutMetadata('DYNAMIC') },
  {
    id: 'metadata-below-the-input',
    breaks: 'dispatch.async.metadata',
    apply: changeEnvelope(({ _metadata, ...input }) =>
      _metadata === undefined ? input : { ...input, detail: { _metadata } },
    ),
  },
  {
    id: 'metadata-says-sync',
    breaks: 'dispatch.async.metadata',
    apply: changeMetadata((metadata) => ({ ...metadata, responseMode: 'sync' })),
  },
  {
    id: 'metadata-of-dynamic-says-dynamic',
    breaks: 'dispatch.async.metadata',
    apply: changeMetadata((metadata) => ({ ...metadata, responseMode: 'dynamic' }), ['DYNAMIC']),
  },
  {
    id: 'metadata-without-response-mode',
    breaks: 'dispatch.async.metadata',
    apply: changeMetadata((metadata) => omit(metadata, 'responseMode')),
  },
  {
    id: 'metadata-has-the-type-as-listed',
    breaks: 'dispatch.async.metadata',
    apply: changeMetadata((metadata) => ({ ...metadata, triggerType: 'REQUEST_RESPONSE' })),
  },
  {
    id: 'metadata-of-async-without-trigger-type',
    breaks: 'dispatch.async.metadata',
    apply: changeMetadata((metadata) => omit(metadata, 'triggerType'), ['ASYNC']),
  },
  {
    id: 'metadata-without-trigger',
    breaks: 'dispatch.async.metadata',
    apply: changeMetadata((metadata) => omit(metadata, 'triggerId')),
  },
  {
    id: 'metadata-has-the-subscription-as-trigger',
    breaks: 'dispatch.async.metadata',
    apply: changeEvent((event) => ({ ...event, triggerId: event.subscriptionId })),
  },
  {
    id: 'metadata-without-secret',
    breaks: 'dispatch.async.metadata',
    apply: changeMetadata((metadata) => omit(metadata, 'secret')),
  },
  {
    id: 'metadata-without-callback',
    breaks: 'dispatch.async.metadata',
    apply: changeMetadata((metadata) => omit(metadata, 'callbackURL')),
  },
  {
    id: 'callback-without-host',
    breaks: 'dispatch.async.metadata',
    apply: changeCallback((url) => new URL(url).pathname),
  },
  {
    id: 'callback-of-a-version-that-is-not',
    breaks: 'dispatch.async.callback',
    apply: changeCallback((url) => url.replace(/\/(beta|v20\d\d)\//, '/v1999/')),
  },
  {
    id: 'callback-without-its-last-part',
    breaks: 'dispatch.async.callback',
    apply: changeCallback((url) => url.replace(/\/complete$/, '')),
  },
  {
    id: 'callback-names-the-subscription',
    breaks: 'dispatch.async.callback',
    apply: changeEvent((event) => ({
      ...event,
      callbackURL: event.callbackURL.replace(event.invocationId, event.subscriptionId),
    })),
  },
  {
    id: 'secret-of-the-event-is-another',
    breaks: 'dispatch.async.callback',
    apply: changeEvent((event) => ({ ...event, secret: event.invocationId })),
  },
  {
    id: 'secret-of-the-event-is-another-in-dynamic',
    breaks: 'dispatch.dynamic.later',
    apply: changeMetadata((metadata) => ({ ...metadata, secret: 'another' }), ['DYNAMIC']),
  },
  { id: 'async-taken-for-sync', breaks: 'dispatch.async.metadata', apply: takesFor('ASYNC', 'SYNC') },
  { id: 'dynamic-taken-for-async', breaks: 'dispatch.dynamic.now', apply: takesFor('DYNAMIC', 'ASYNC') },
  { id: 'sync-taken-for-dynamic', breaks: 'dispatch.sync.bare', apply: takesFor('SYNC', 'DYNAMIC') },
  {
    id: 'sync-output-wrapped',
    breaks: 'dispatch.sync.output',
    apply: takesOutput('SYNC', (body) => ({ output: body })),
  },
  { id: 'sync-output-lost', breaks: 'dispatch.sync.output', apply: takesOutput('SYNC', () => ({})) },
  {
    id: 'sync-output-as-text',
    breaks: 'dispatch.sync.output',
    apply: takesOutput('SYNC', (body) => JSON.stringify(body)),
  },
  { id: 'sync-200-left-open', breaks: 'dispatch.sync.output', apply: leavesOpen('SYNC', 200) },
  { id: 'dynamic-200-left-open', breaks: 'dispatch.dynamic.now', apply: leavesOpen('DYNAMIC', 200) },
  { id: 'dynamic-output-lost', breaks: 'dispatch.dynamic.now', apply: takesOutput('DYNAMIC', () => null) },
  {
    id: 'dynamic-202-is-final',
    breaks: 'dispatch.dynamic.later',
    apply: takesOutput(
      'DYNAMIC',
      (body) => body,
      ({ status }) => status === 202,
    ),
  },
  {
    id: 'dynamic-202-is-a-failure',
    breaks: 'dispatch.dynamic.later',
    apply: changeOutcome((mode, answer) =>
      mode === 'DYNAMIC' && answer.kind === 'answered' && answer.status === 202
        ? { kind: 'failed', localizedError: { locale: 'en-US', message: 'no output' } }
        : undefined,
    ),
  },
  {
    id: 'async-200-is-final',
    breaks: 'dispatch.async.callback',
    apply: takesOutput('ASYNC', (body) => body),
  },
];
