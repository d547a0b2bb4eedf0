import type { Value } from '../values/value.ts';
import { raises } from './raise.ts';

/** Java's iterator: a list that grows meanwhile ends the read. */
export const eachElement = (list: Value[], use: (value: Value, index: number) => void): void => {
  const { length } = list;
  for (let index = 0; index !== list.length; index++) {
    if (list.length !== length) throw raises.concurrentModification;
    use(list[index] ?? null, index);
  }
};
