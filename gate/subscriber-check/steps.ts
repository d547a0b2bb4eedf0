import type { CatalogueTrigger } from '../../contracts/triggers/index.ts';
import type { JsonObject } from '../../dispatch/json.ts';
import type { DispatchMode } from '../../dispatch/mode.ts';
import { shapesOf } from './shapes.ts';
import { type Step, step } from './step.ts';

export type OwnPayload = Readonly<{ name: string; input: JsonObject }>;

export type StepOptions = Readonly<{
  trigger: CatalogueTrigger;
  modes: readonly DispatchMode[];
  /** In place of the trigger's sample and its shapes. */
  payloads: readonly OwnPayload[];
  /** Whether there are credentials that could be wrong. */
  withCredentials: boolean;
}>;

const megabyte = 1_000_000;

/** Everything that will be tried, in order. The first call comes first, since it can be made once only. */
export const stepsOf = ({ trigger, modes, payloads, withCredentials }: StepOptions): readonly Step[] => {
  const [first, ...others] = payloads;
  const base = first
    ? { what: first.name, input: first.input }
    : { what: 'the sample', input: trigger.sampleInput };
  const variations = first
    ? others.map(({ name, input }) => ({ what: name, input, tries: 'event.own' as const }))
    : shapesOf(trigger);

  return modes.flatMap((mode, index) => [
    ...(index === 0 ? [firstCall(mode, base)] : []),
    step({ mode, what: base.what, tries: 'answer.success', inputs: [base.input], isSample: true }),
    ...(index === 0 && withCredentials ? credentialSteps(mode, base) : []),
    ...variations.map(({ what, tries, input }) => step({ mode, what, tries, inputs: [input] })),
    ...commonSteps(mode, base),
  ]);
};

type Base = Readonly<{ what: string; input: JsonObject }>;

const firstCall = (mode: DispatchMode, { what, input }: Base): Step =>
  step({ mode, what: `${what}, as the first call`, tries: 'answer.first-call', inputs: [input] });

const credentialSteps = (mode: DispatchMode, { what, input }: Base): readonly Step[] => [
  step({
    mode,
    what: `${what} with wrong credentials`,
    tries: 'credentials.wrong',
    inputs: [input],
    shown: 'wrong',
  }),
  step({
    mode,
    what: `${what} without credentials`,
    tries: 'credentials.wrong',
    inputs: [input],
    shown: 'none',
  }),
];

const commonSteps = (mode: DispatchMode, { what, input }: Base): readonly Step[] => [
  step({
    mode,
    what: 'a member that nobody knows',
    tries: 'event.further-members',
    inputs: [{ ...input, iscTriggersUnknown: { since: 'tomorrow', list: [1, null, { deep: true }] } }],
  }),
  step({
    mode,
    what: 'a block _meta',
    tries: 'event.further-members',
    inputs: [
      {
        _meta: { invocationId: 'of-none', subscriptionId: 'of-none', triggerType: 'requestResponse' },
        ...input,
      },
    ],
  }),
  step({ mode, what: `${what} again`, tries: 'event.again', inputs: [input] }),
  ...(mode === 'ASYNC' || mode === 'DYNAMIC'
    ? [
        step({
          mode,
          what: 'the same invocation delivered a second time',
          tries: 'event.delivered-twice',
          inputs: [input],
          redelivers: true,
        }),
      ]
    : []),
  step({ mode, what: 'two at once', tries: 'event.at-once', inputs: [input, input] }),
  step({
    mode,
    what: 'an event of 1 MB',
    tries: 'event.large',
    inputs: [input],
    padTo: megabyte,
  }),
];
