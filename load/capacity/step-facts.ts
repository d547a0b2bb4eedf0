import { readFileSync } from 'node:fs';
import type { StepSamples } from '../../reports/capacity/steps/step.ts';

/** What a step knows beside its samples. */
export type StepFacts = Pick<StepSamples, 'targetRate' | 'certificate' | 'conditions'> &
  Readonly<{ limitMs: number }>;

const newest = 1;

export const stepFactsText = (facts: StepFacts): string =>
  `${JSON.stringify({ schemaVersion: newest, ...facts }, null, 2)}\n`;

/** Reads the facts of a step from its file. Throws an error with a sentence where they are not whole, or of a newer program. */
export const readStepFacts = (file: string): StepFacts => {
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(found)) throw new Error('it holds no facts of a step');
  const { schemaVersion, ...facts } = found;
  if (typeof schemaVersion === 'number' && schemaVersion > newest)
    throw new Error(
      `it has schemaVersion ${schemaVersion}, and this version of isc-triggers reads up to ${newest}; install a newer one`,
    );
  if (!isWhole(facts)) throw new Error('parts of it are missing');

  return facts;
};

const isWhole = (
  facts: Readonly<Record<string, unknown>>,
): facts is Readonly<Record<string, unknown>> & StepFacts =>
  isPositive(facts.targetRate) &&
  isPositive(facts.limitMs) &&
  isRecord(facts.conditions) &&
  Object.values(facts.conditions).every((value) => typeof value === 'string') &&
  (facts.certificate === undefined ||
    (isRecord(facts.certificate) &&
      typeof facts.certificate.valid === 'boolean' &&
      typeof facts.certificate.rateError === 'number' &&
      Array.isArray(facts.certificate.reasons)));

const isPositive = (value: unknown): boolean => typeof value === 'number' && value > 0;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
