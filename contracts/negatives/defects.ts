import { type Fact, readFact } from './fact.ts';

export type DefectKind =
  | 'missing'
  | 'of another structure'
  | 'of another type'
  | 'outside the documented values';

/** One thing wrong at one place of a body that is right elsewhere. */
export type BodyDefect = Readonly<{
  /** As in `httpConfig.url` or `[].op`; empty for the body itself. */
  place: string;
  kind: DefectKind;
  /** What stands there instead; undefined where the member is left out. */
  value: unknown;
  /** A required member and a closed list of values: a request without them cannot be meant. */
  isEssential: boolean;
}>;

/** What a description says of a body, by place. */
export type BodyFacts = Readonly<Record<string, string>>;

/**
 * All that can be wrong with a body by its description: each required member missing, each value of another structure
 * and of another type, each one outside its documented values. Numbers and texts are told apart from objects and
 * lists, since many servers read a 7 as the text "7".
 */
export const defectsOf = (facts: BodyFacts): readonly BodyDefect[] =>
  Object.entries(facts)
    .filter(([place]) => !place.startsWith('#'))
    .flatMap(([place, text]) => {
      const fact = readFact(text);
      const isEssential = fact.required || fact.values !== undefined;

      return [...missing(fact), ...structures(fact), ...types(fact), ...outside(fact)].map((defect) => ({
        place,
        isEssential,
        ...defect,
      }));
    });

/** Whether another description refuses a defect as well. */
export const isInvalidBy = (facts: BodyFacts, { place, kind, value }: BodyDefect): boolean => {
  const text = facts[place];
  if (text === undefined) return false;
  const { required, types: allowed, values } = readFact(text);
  if (kind === 'missing') return required;
  if (kind === 'outside the documented values')
    return values !== undefined && !values.includes(String(value));

  return !allowed.has(typeOf(value)) && !(allowed.has('number') && typeOf(value) === 'integer');
};

type Found = Readonly<{ kind: DefectKind; value: unknown }>;

const missing = ({ required }: Fact): readonly Found[] =>
  required ? [{ kind: 'missing', value: undefined }] : [];

const structures = ({ types: allowed }: Fact): readonly Found[] =>
  [{}, [], 'a text']
    .filter((value) => (typeof value === 'string' ? !hasScalar(allowed) : !allowed.has(typeOf(value))))
    .slice(0, 1)
    .map((value) => ({ kind: 'of another structure', value }));

const types = ({ types: allowed }: Fact): readonly Found[] => {
  if (allowed.has('boolean') && !allowed.has('string'))
    return [{ kind: 'of another type', value: 'perhaps' }];

  return allowed.has('string') && !allowed.has('integer') ? [{ kind: 'of another type', value: 7 }] : [];
};

const outside = ({ values }: Fact): readonly Found[] =>
  values === undefined ? [] : [{ kind: 'outside the documented values', value: 'NONE_OF_THEM' }];

const hasScalar = (allowed: ReadonlySet<string>): boolean =>
  ['string', 'boolean', 'integer', 'number'].some((type) => allowed.has(type));

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';

  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
};
