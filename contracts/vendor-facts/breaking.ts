import type { Difference } from './differences.ts';

/**
 * Whether the vendor's side of a difference breaks who relies on ours: a request that was right is wrong, or an answer
 * lacks what was promised. More than was promised breaks nobody.
 */
export const isBreaking = ({
  where,
  vendor,
  ours,
}: Pick<Difference, 'where' | 'vendor' | 'ours'>): boolean => {
  const [, location = '', field = ''] = where.split(' ');
  if (location === 'call') return field !== 'deprecated' && field !== 'operationId' && ours !== undefined;
  if (location === 'filters' || location === 'sorters') return lacksWords(ours, vendor);
  const [theirs, own] = [vendor, ours].map((fact) => (fact === undefined ? undefined : read(fact)));
  if (field.startsWith('#')) return own !== undefined;

  return /^\d+$/.test(location) ? breaksAnswers(own, theirs) : breaksRequests(own, theirs);
};

type Fact = Readonly<{
  types: readonly string[];
  values: readonly string[] | undefined;
  low: number;
  high: number;
  required: boolean;
}>;

const breaksRequests = (own: Fact | undefined, theirs: Fact | undefined): boolean => {
  if (theirs === undefined) return true;
  if (own === undefined) return theirs.required;

  return (
    (theirs.required && !own.required) ||
    lacks(theirs.types, own.types) ||
    theirs.low > own.low ||
    theirs.high < own.high ||
    (theirs.values !== undefined && (own.values === undefined || lacks(theirs.values, own.values)))
  );
};

const breaksAnswers = (own: Fact | undefined, theirs: Fact | undefined): boolean => {
  if (own === undefined) return false;
  if (theirs === undefined) return true;

  return (own.required && !theirs.required) || lacks(own.types, theirs.types);
};

/** Whether `there` lacks one of `wanted`; `any` has them all. */
const lacks = (there: readonly string[], wanted: readonly string[]): boolean =>
  !there.includes('any') && wanted.some((each) => !there.includes(each));

const lacksWords = (wanted: string | undefined, there: string | undefined): boolean =>
  lacks((there ?? '').split(' '), (wanted ?? '').split(' ').filter(Boolean));

/** A fact as `schema-facts` tells it: `query integer int32 0..250 default 250 required`. */
const read = (fact: string): Fact => {
  const words = fact.split(' ');
  const [, low = '', high = ''] = /(?:^| )(-?\d*)\.\.(-?\d*)(?: |$)/.exec(fact) ?? [];
  const [, values] = / of (\S+)/.exec(` ${fact}`) ?? [];
  const typeAt = places.includes(words[0] ?? '') ? 1 : 0;

  return {
    types: (words[typeAt] ?? 'any').split('|'),
    values: values?.split(','),
    low: low === '' ? Number.NEGATIVE_INFINITY : Number(low),
    high: high === '' ? Number.POSITIVE_INFINITY : Number(high),
    required: words.at(-1) === 'required',
  };
};

const places: readonly string[] = ['query', 'path', 'header', 'cookie'];
