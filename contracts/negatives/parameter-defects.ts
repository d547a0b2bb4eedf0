import { type Fact, readFact } from './fact.ts';

/** A value of a query parameter that its description refuses. */
export type ParameterDefect = Readonly<{ name: string; value: string }>;

/** What is wrong with parameters by their description: each bound crossed by one, and each type missed. */
export const parameterDefectsOf = (facts: Readonly<Record<string, string>>): readonly ParameterDefect[] =>
  Object.entries(facts).flatMap(([name, text]) =>
    candidates(readFact(text))
      .filter((value) => isRefusedBy(readFact(text), value))
      .map((value) => ({ name, value })),
  );

/** Whether another description refuses a value as well. */
export const isParameterRefusedBy = (
  facts: Readonly<Record<string, string>>,
  { name, value }: ParameterDefect,
): boolean => {
  const text = facts[name];

  return text !== undefined && isRefusedBy(readFact(text), value);
};

const candidates = ({ least, greatest }: Fact): readonly string[] => [
  ...[least - 1, greatest + 1].filter(Number.isFinite).map(String),
  'ten',
];

const isRefusedBy = ({ types, least, greatest }: Fact, value: string): boolean => {
  if (types.has('boolean')) return value !== 'true' && value !== 'false';
  if (!types.has('integer')) return false;

  return !/^-?\d+$/.test(value) || Number(value) < least || Number(value) > greatest;
};
