import { musts } from './must.ts';
import { shoulds } from './should.ts';

/** Everything that is judged, in the order in which it is told. */
export const promises = { ...musts, ...shoulds } as const;

export type PromiseId = keyof typeof promises;
