import { test as base, type TestInfo } from '@playwright/test';
import type { ClauseId } from '../../contracts/clauses/index.ts';
import type { Endpoint } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { SkipRecord } from '../../reports/record.ts';
import type { Subscriber } from '../../subscriber/start-subscriber.ts';
import { type Api, createApi } from './api.ts';
import { attachRecord } from './attach-record.ts';
import { type Awaiting, createAwaiting } from './awaiting.ts';
import { type Capability, capabilities, skipFor } from './capabilities.ts';
import { createEvents, type Events, readSamples, type Samples } from './events.ts';
import { createHooks, type Hooks } from './hooks.ts';
import { createInvocations, type Invocations } from './invocations.ts';
import { type Occupancy, readOccupancy, roomyTriggers } from './occupancy.ts';
import { createPlaces, type Places } from './places.ts';
import { addToPlan } from './plan-file.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { runContext } from './run-context.ts';
import { createRunLocks } from './run-locks.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import type { Target } from './targets/target.ts';
import { createTokenRequests, type TokenRequests } from './token-requests.ts';
import { oneIn } from './turn.ts';

export type SpecOptions = {
  apiVersion: ApiVersion;
  /** The broken tenant to judge in place of the right one; of the embedded tenant only. */
  mutant: string | undefined;
};

type WorkerFixtures = SpecOptions & {
  target: Target;
  /** How many subscriptions each trigger had when it was first asked. */
  occupancy: () => Promise<Occupancy>;
  subscriber: Subscriber;
  /** Sample inputs of the triggers, read when they are first asked for. */
  samples: () => Promise<Samples>;
};

type TestFixtures = {
  recorder: Recorder;
  api: Api;
  subscriptions: Subscriptions;
  places: Places;
  invocations: Invocations;
  awaiting: Awaiting;
  /** Inputs that fit the schemas of their triggers, each told from others. */
  events: Events;
  /** Addresses at a subscriber of the suite that records and answers as told. */
  hooks: Hooks;
  token: TokenRequests;
  /** All of them where requests cost nothing, else one in `share` and at least one: others in another run. */
  sample: <Item>(items: readonly Item[], share: number) => readonly Item[];
  /** A tenant under its documented quota: the target itself, or one of its own where the target has none. */
  limited: Readonly<{ api: Api; target: Target }>;
};

const run = runContext(process.env, process.cwd());

/**
 * What only a worker needs (the mock, the client, the judge) is loaded by the fixtures that use it: the process that
 * plans the run loads every spec as well, and would load all that for nothing.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  apiVersion: ['beta', { option: true, scope: 'worker' }],
  mutant: [undefined, { option: true, scope: 'worker' }],

  target: [
    async ({ apiVersion, mutant }, use) => {
      const { openTarget } = await import('./target-fixture.ts');
      const { env } = process;
      const cwd = process.cwd();
      const target = await openTarget({ run, version: apiVersion, mutant, env, cwd });
      await use(target);
      await target.close();
    },
    { scope: 'worker' },
  ],

  occupancy: [
    async ({ target }, use) => {
      let counts: Promise<Occupancy> | undefined;
      await use(() => {
        counts ??= readOccupancy(target);
        return counts;
      });
    },
    { scope: 'worker' },
  ],

  samples: [
    async ({ target }, use) => {
      let samples: Promise<Samples> | undefined;
      await use(() => {
        samples ??= readSamples(target);
        return samples;
      });
    },
    { scope: 'worker' },
  ],

  subscriber: [
    async ({ target }, use) => {
      const { startSubscriber } = await import('../../subscriber/start-subscriber.ts');
      const { port } = target.subscriber;
      const subscriber = await startSubscriber({ clock: target.clock, ...(port !== undefined && { port }) });
      await use(subscriber);
      await subscriber.close();
    },
    { scope: 'worker' },
  ],

  // Set up first and torn down last, so that it reports what the other fixtures did as well.
  recorder: [
    async ({ target, apiVersion }, use, testInfo) => {
      const { observe } = await import('./judge.ts');
      const recorder = createRecorder(aboutOf(testInfo));
      target.listen((exchange) => observe(exchange, recorder));
      const missing = needsOf(testInfo).find((need) => !target.capabilities.has(need));
      if (missing) {
        await attachRecord(testInfo, recorder, { apiVersion, skip: skipFor(missing, target.host) });
        testInfo.skip(true, capabilities[missing].reason);
      }

      await use(recorder);

      const { skip } = recorder.end;
      await attachRecord(testInfo, recorder, { apiVersion, ...(skip && { skip }) });
      if (run.mode === 'plan') addToPlan(run.folder, testInfo.title, recorder.exchanges);
      // A red spec is data. A failure in the runner's eyes would end the worker, and its tenant with it.
      testInfo.expectedStatus = testInfo.status ?? 'passed';
    },
    { auto: true },
  ],

  api: async ({ target, recorder, apiVersion }, use) => {
    await use(createApi({ client: target.client, version: apiVersion, recorder }));
  },

  subscriptions: async ({ api, target, recorder, occupancy }, use, testInfo) => {
    const subscriptions = createSubscriptions({
      api,
      target,
      recorder,
      title: testInfo.title,
      triggers: roomyTriggers(await occupancy(), testInfo.title),
      skip: skipping(recorder, testInfo),
    });
    await use(subscriptions);
    await subscriptions.removeAll();
  },

  places: async ({ api, subscriptions, target, recorder }, use, testInfo) => {
    const locks = createRunLocks({ api, subscriptions, target });
    const skip = skipping(recorder, testInfo);
    const places = createPlaces({ api, subscriptions, target, locks, skip });
    await use(places);
    try {
      await subscriptions.removeAll();
    } finally {
      places.release();
    }
  },

  invocations: async ({ api, target, recorder }, use, testInfo) => {
    await use(createInvocations({ api, target, skip: skipping(recorder, testInfo) }));
  },

  events: async ({ samples }, use) => {
    await use(createEvents(samples));
  },

  hooks: async ({ target, subscriber, recorder }, use) => {
    await use(createHooks(subscriber, target, recorder));
  },

  awaiting: async ({ api, subscriptions, places, hooks, target, recorder }, use, testInfo) => {
    const skip = skipping(recorder, testInfo);
    await use(createAwaiting({ api, subscriptions, places, hooks, target, skip }));
  },

  token: async ({ target, recorder }, use) => {
    await use(createTokenRequests({ client: target.client, credentials: target.credentials, recorder }));
  },

  sample: async ({ target }, use, { title }) => {
    await use((items, share) => (target.thorough ? items : oneIn(items, share, `${run.id} ${title}`)));
  },

  limited: async ({ target, recorder, apiVersion }, use) => {
    const { observe } = await import('./judge.ts');
    const limited = await target.limited();
    limited.listen((exchange) => observe(exchange, recorder));
    await use({ target: limited, api: createApi({ client: limited.client, version: apiVersion, recorder }) });
  },
});

/** Ends a test that finds out while it runs that it cannot judge this target just now. */
const skipping =
  (recorder: Recorder, testInfo: TestInfo) =>
  (why: SkipRecord): never => {
    recorder.end.skip = why;
    testInfo.skip(true, why.reason);
    throw new Error(why.reason);
  };

const annotated = ({ annotations }: TestInfo, type: string): readonly string[] =>
  annotations.flatMap((annotation) => (annotation.type === type ? [annotation.description ?? ''] : []));

const needsOf = (testInfo: TestInfo) => annotated(testInfo, 'needs') as readonly Capability[];

const aboutOf = (testInfo: TestInfo): Recorder['about'] => {
  const [clause] = annotated(testInfo, 'clause') as readonly ClauseId[];
  const [operation] = annotated(testInfo, 'operation') as readonly Endpoint[];
  if (clause === undefined || operation === undefined) {
    throw new Error(`"${testInfo.title}" names no clause: give it one with clause(...).`);
  }
  const [cell] = annotated(testInfo, 'cell');

  return { clause, operation, ...(cell !== undefined && { status: Number(cell.split(' ')[1]) }) };
};
