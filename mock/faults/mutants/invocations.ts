import { changeRecords, changeStatus, overlook } from '../change.ts';
import type { Mutant } from '../mutant.ts';

export const invocationMutants: readonly Mutant[] = [
  {
    id: 'test-reaches-one-subscription-only',
    breaks: 'invocations.test',
    apply: ({ seams }) => {
      const { addressees } = seams;
      seams.addressees = (...parts) => addressees(...parts).slice(0, 1);
    },
  },
  {
    id: 'test-ignores-subscription-ids',
    breaks: 'invocations.test.subscription-ids',
    apply: ({ seams }) => {
      const { addressees } = seams;
      seams.addressees = ({ subscriptionIds: _, ...body }, ...rest) => addressees(body, ...rest);
    },
  },
  {
    id: 'test-spares-disabled-subscriptions',
    breaks: 'invocations.test.disabled',
    apply: ({ seams }) => {
      const { addressees } = seams;
      seams.addressees = (...parts) => addressees(...parts).filter(({ enabled }) => enabled);
    },
  },
  {
    id: 'test-of-nobody-answered-200',
    breaks: 'invocations.test.nobody',
    apply: changeStatus({ operation: 'startTestTriggerInvocation', status: 204 }, 200),
  },
  {
    id: 'test-without-content-taken',
    breaks: 'invocations.test.required',
    apply: overlook('startTestTriggerInvocation', ({ field }) => field === 'contentJson'),
  },
  {
    id: 'test-content-dropped',
    breaks: 'invocations.test.content',
    apply: changeRecords({ operation: 'startTestTriggerInvocation', status: 200 }, (record) => ({
      ...record,
      contentJson: {},
    })),
  },
  {
    id: 'completion-needs-a-token',
    breaks: 'invocations.complete.without-token',
    apply: ({ scopes }) => {
      scopes.completeTriggerInvocation = ['sp:trigger-service-invocation-status:manage'];
    },
  },
  {
    id: 'completion-takes-any-secret',
    breaks: 'invocations.complete.secret',
    apply: ({ seams }) => {
      const { completionProblem } = seams;
      seams.completionProblem = (invocation) => completionProblem(invocation, invocation?.secret ?? '');
    },
  },
  {
    id: 'completion-of-what-is-unknown-answered-204',
    breaks: 'invocations.complete.unknown',
    apply: ({ seams }) => {
      const { completeTriggerInvocation } = seams.handle;
      seams.handle.completeTriggerInvocation = (call, tenant) =>
        tenant.store.invocations.find(call.id)
          ? completeTriggerInvocation(call, tenant)
          : { status: 204, headers: {} };
    },
  },
  {
    id: 'completion-without-output-taken',
    breaks: 'invocations.complete.required',
    apply: overlook('completeTriggerInvocation', ({ field }) => field === 'output'),
  },
  {
    id: 'status-shows-no-output',
    breaks: 'invocations.status.output',
    apply: ({ seams }) => {
      const { status } = seams.present;
      seams.present.status = (invocation) => status({ ...invocation, output: null });
    },
  },
  {
    id: 'open-invocation-is-completed',
    breaks: 'invocations.status.in-flight',
    apply: ({ seams }) => {
      const { status } = seams.present;
      seams.present.status = (invocation) => status({ completed: invocation.created, ...invocation });
    },
  },
];
