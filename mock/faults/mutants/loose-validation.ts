import { overlook } from '../change.ts';
import type { Mutant } from '../mutant.ts';

const isMissing = (text: string): boolean => text.includes('present') || text.includes('required');

/** Bodies that are looked at here and there only. */
export const looseValidationMutants: readonly Mutant[] = [
  {
    id: 'created-with-a-list-as-name',
    breaks: 'requests.invalid',
    apply: overlook('createSubscription', ({ field, text }) => field === 'name' && !isMissing(text)),
  },
  {
    id: 'created-with-an-object-as-region',
    breaks: 'requests.invalid',
    apply: overlook('createSubscription', ({ field }) => field === 'eventBridgeConfig.awsRegion'),
  },
  {
    id: 'put-without-a-url-taken',
    breaks: 'requests.invalid',
    apply: overlook('updateSubscription', ({ field }) => field === 'httpConfig.url'),
  },
  {
    id: 'put-with-an-unknown-authentication-taken',
    breaks: 'requests.invalid',
    apply: overlook('updateSubscription', ({ field }) => field === 'httpConfig.httpAuthenticationType'),
  },
  {
    id: 'filter-as-an-object-taken',
    breaks: 'requests.invalid',
    apply: overlook('testSubscriptionFilter', ({ field, text }) => field === 'filter' && !isMissing(text)),
  },
  {
    id: 'test-with-a-list-as-content-taken',
    breaks: 'requests.invalid',
    apply: overlook(
      'startTestTriggerInvocation',
      ({ field, text }) => field === 'contentJson' && !isMissing(text),
    ),
  },
  {
    id: 'completion-with-an-object-as-secret-taken',
    breaks: 'requests.invalid',
    apply: (tenant) => {
      overlook(
        'completeTriggerInvocation',
        ({ field, text }) => field === 'secret' && !isMissing(text),
      )(tenant);
      const { completionProblem } = tenant.seams;
      tenant.seams.completionProblem = (invocation, secret) =>
        typeof secret === 'string' ? completionProblem(invocation, secret) : undefined;
    },
  },
  {
    id: 'completion-with-a-list-as-output-taken',
    breaks: 'requests.invalid',
    apply: overlook('completeTriggerInvocation', ({ field, text }) => field === 'output' && !isMissing(text)),
  },
];
