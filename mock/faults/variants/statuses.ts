import { type JsonObject, omit } from '../change.ts';
import type { Apply, Variant } from '../mutant.ts';

const late = 1000;

/** Changes how the list of statuses shows an invocation. */
const shows =
  (change: (status: JsonObject) => JsonObject): Apply =>
  ({ seams }) => {
    const { status } = seams.present;
    seams.present.status = (invocation) => change(status(invocation) as JsonObject);
  };

const isOpen = ({ completed }: JsonObject): boolean => completed === null || completed === undefined;

/** Changes both times of a status that has them. */
const dates = (change: (time: string) => string): Apply =>
  shows((status) => ({
    ...status,
    created: change(String(status.created)),
    ...(!isOpen(status) && { completed: change(String(status.completed)) }),
  }));

/** Changes the end of an invocation that has ended. */
const ends = (change: (end: JsonObject) => unknown): Apply =>
  shows((status) =>
    isOpen(status)
      ? status
      : { ...status, completeInvocationInput: change(status.completeInvocationInput as JsonObject) },
  );

/** Whether a second has gone by since an invocation was first asked for, by the clock of the machine. */
const createIsOld = (): ((id: string) => boolean) => {
  const firstAsked = new Map<string, number>();

  return (id) => {
    const first = firstAsked.get(id) ?? performance.now();
    firstAsked.set(id, first);

    return performance.now() - first >= late;
  };
};

/** Statuses come into sight a second after their invocations. */
const lateStatuses: Apply = ({ seams }) => {
  const { visibleInvocations } = seams;
  const isOld = createIsOld();
  seams.visibleInvocations = (tenant) => visibleInvocations(tenant).filter(({ id }) => isOld(id));
};

/** Two servers answer in turn, of which the other is a second behind. */
const twoServers: Apply = ({ seams }) => {
  const { visibleInvocations } = seams;
  const isOld = createIsOld();
  let asked = 0;
  seams.visibleInvocations = (tenant) => {
    asked += 1;
    const isBehind = asked % 2 === 0;

    return visibleInvocations(tenant).filter(({ id }) => isOld(id) || !isBehind);
  };
};

/** How statuses may look. */
export const statusVariants: readonly Variant[] = [
  {
    id: 'statuses-come-late',
    manner: 'A status can be fetched a second after its start.',
    source: 'slow tenants are right',
    touches: ['invocations.status'],
    apply: lateStatuses,
  },
  {
    id: 'statuses-come-from-two-servers',
    manner: 'Every other list of statuses is a second behind.',
    source: 'slow tenants are right',
    touches: ['invocations.status', 'collections.filter.and', 'collections.offset'],
    apply: twoServers,
  },
  {
    id: 'statuses-tell-the-input-alone',
    manner: 'Of what started an invocation a status has the input, and nothing else.',
    source: 'OpenAPI: optional members',
    touches: ['invocations.status', 'invocations.test.content'],
    apply: shows((status) => ({
      ...status,
      startInvocationInput: { input: (status.startInvocationInput as JsonObject).input },
    })),
  },
  {
    id: 'inputs-of-statuses-have-a-block-more',
    manner: 'The input that a status shows has a block _meta.',
    source: 'FC-044: _meta',
    touches: ['invocations.status', 'invocations.test.sample'],
    apply: shows((status) => {
      const started = status.startInvocationInput as JsonObject;

      return {
        ...status,
        startInvocationInput: {
          ...started,
          input: { ...(started.input as JsonObject), _meta: { source: 'x' } },
        },
      };
    }),
  },
  {
    id: 'open-invocations-without-completed',
    manner: 'completed is absent while an invocation is open.',
    source: 'FC-040: completed in flight',
    touches: ['invocations.status.in-flight'],
    apply: shows((status) => (isOpen(status) ? omit(status, 'completed') : status)),
  },
  {
    id: 'open-invocations-with-an-empty-end',
    manner: 'An open invocation has a completeInvocationInput of nulls.',
    source: 'not published: the end of what is open',
    touches: ['invocations.status.in-flight'],
    apply: shows((status) =>
      isOpen(status)
        ? { ...status, completeInvocationInput: { localizedError: null, output: null } }
        : status,
    ),
  },
  {
    id: 'open-invocations-with-a-null-end',
    manner: 'An open invocation has null as its completeInvocationInput.',
    source: 'not published: the end of what is open',
    touches: ['invocations.status.in-flight'],
    apply: shows((status) => (isOpen(status) ? { ...status, completeInvocationInput: null } : status)),
  },
  {
    id: 'successes-without-localized-error',
    manner: 'A success has no member localizedError, a failure no output.',
    source: 'seen on tenants: ends without output',
    touches: ['invocations.status.output'],
    apply: ends((end) => Object.fromEntries(Object.entries(end).filter(([, value]) => value !== null))),
  },
  {
    id: 'nothing-to-give-is-an-empty-object',
    manner: 'An output of nothing is shown as {}.',
    source: 'seen on tenants: ends without output',
    touches: ['invocations.status.output'],
    apply: ends((end) => ({ ...end, output: end.output ?? {} })),
  },
  {
    id: 'errors-in-another-locale',
    manner: 'A failure is told in German, with a code.',
    source: 'not published: words and code of a failure',
    touches: ['invocations.status.failed'],
    apply: ends((end) =>
      end.localizedError
        ? { ...end, localizedError: { locale: 'de-DE', message: 'fehlgeschlagen', code: 'SUB_3' } }
        : end,
    ),
  },
  {
    id: 'times-with-an-offset',
    manner: 'Times are given with +00:00.',
    source: 'FC-043: other forms of times',
    touches: ['invocations.status.created'],
    apply: dates((time) => time.replace('Z', '+00:00')),
  },
  {
    id: 'times-in-nanoseconds',
    manner: 'Times have nine decimals.',
    source: 'FC-043: other forms of times',
    touches: ['invocations.status.created'],
    apply: dates((time) => time.replace('Z', '000000Z')),
  },
  {
    id: 'times-in-whole-seconds',
    manner: 'Times have no decimals.',
    source: 'FC-043: other forms of times',
    touches: ['invocations.status.created'],
    apply: dates((time) => time.replace(/\.\d+/, '')),
  },
  {
    id: 'decimals-without-zeros-at-the-end',
    manner: 'Times have as many decimals as they need.',
    source: 'FC-043: other forms of times',
    touches: ['invocations.status.created'],
    apply: dates((time) => time.replace(/\.?0+Z$/, 'Z')),
  },
  {
    id: 'statuses-have-more-members',
    manner: 'A status names its environment and the version of its subscription.',
    source: 'FC-046: extra fields',
    touches: ['invocations.status'],
    apply: shows((status) => ({ ...status, environment: 'prod', subscriptionVersion: 3 })),
  },
  {
    id: 'statuses-in-no-order',
    manner: 'Without sorters the statuses come in another order each time.',
    source: 'not published: the order without sorters',
    touches: ['invocations.status'],
    apply: ({ seams }) => {
      const { visibleInvocations } = seams;
      let asked = 0;
      seams.visibleInvocations = (tenant) => {
        asked += 1;
        const visible = visibleInvocations(tenant);

        return asked % 2 === 0 ? visible : visible.toReversed();
      };
    },
  },
];
