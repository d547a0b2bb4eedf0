/** What a test gives on documents of a shape: true of none, of all, or that depends. */
export type Answer = Readonly<{ holds: 'never' | 'always' | 'varies'; because: string }>;

export const never = (because: string): Answer => ({ holds: 'never', because });
export const always = (because: string): Answer => ({ holds: 'always', because });
export const varies: Answer = { holds: 'varies', because: '' };

const opposites = { never: 'always', always: 'never', varies: 'varies' } as const;

export const negated = ({ holds, because }: Answer): Answer => ({ holds: opposites[holds], because });

export const all = (answers: readonly Answer[]): Answer =>
  answers.find(({ holds }) => holds === 'never') ??
  (answers.every(({ holds }) => holds === 'always') ? joined(answers) : varies);

export const some = (answers: readonly Answer[]): Answer =>
  answers.find(({ holds }) => holds === 'always') ??
  (answers.every(({ holds }) => holds === 'never') ? joined(answers) : varies);

const joined = (answers: readonly Answer[]): Answer => ({
  holds: answers[0]?.holds ?? 'varies',
  because: [...new Set(answers.map(({ because }) => because))].join('; '),
});
