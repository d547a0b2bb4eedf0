import type { StepSamples } from './steps/step.ts';

/** Why steps give no answer together, a sentence each; empty where they can be analysed. */
export const defectsOf = (steps: readonly StepSamples[]): readonly string[] => [
  ...(steps.length < 2 ? [`too few steps (${steps.length}): capacity takes two or more`] : []),
  ...steps
    .filter(({ certificate }) => certificate === undefined)
    .map(
      ({ targetRate }) =>
        `the step of ${targetRate}/s has no certificate: whether its generator kept up is unknown, so drive it again`,
    ),
  ...steps
    .filter(({ fromMs, untilMs }) => !(untilMs > fromMs))
    .map(({ targetRate }) => `the step of ${targetRate}/s has no time in which it could be judged`),
  ...mixed(steps),
];

const mixed = (steps: readonly StepSamples[]): readonly string[] => {
  const names = new Set(steps.flatMap(({ conditions }) => Object.keys(conditions)));

  return [...names].flatMap((name) => {
    const values = new Set(steps.map(({ conditions }) => conditions[name] ?? 'not said'));
    return values.size < 2
      ? []
      : [`steps of mixed conditions: ${name} is ${[...values].join(' and ')}; analyse each by itself`];
  });
};
