import type { Html } from './html.ts';

/** How to show an item: whole, and in a line where there is no room for more. */
export type Blocks<Item> = Readonly<{ full: (item: Item) => Html; brief: (item: Item) => Html }>;

/** What of a list there is room for; what is in neither has no place in the page. */
export type Room<Item> = Readonly<{
  full: ReadonlySet<Item>;
  brief: ReadonlySet<Item>;
  /** Bytes of UTF-8. */
  used: number;
}>;

/**
 * Shares out so many bytes among items, the most important first: a line for as many as fit, and what is left for
 * showing the first ones whole.
 */
export const roomFor = <Item>(
  items: readonly Item[],
  bytes: number,
  { full, brief }: Blocks<Item>,
): Room<Item> => {
  let free = bytes;
  const lines = new Map<Item, number>();
  for (const item of items) {
    const size = sizeOf(brief(item));
    if (size > free) break;
    free -= size;
    lines.set(item, size);
  }
  const whole = new Set<Item>();
  for (const [item, size] of lines) {
    const more = sizeOf(full(item)) - size;
    if (more > free) break;
    free -= more;
    whole.add(item);
  }

  return {
    full: whole,
    brief: new Set([...lines.keys()].filter((item) => !whole.has(item))),
    used: bytes - free,
  };
};

/** The items that have a place, each as there is room for it, in the order of the list. */
export const placed = <Item>(
  items: readonly Item[],
  room: Room<Item>,
  { full, brief }: Blocks<Item>,
): readonly Html[] =>
  items.flatMap((item) => {
    if (room.full.has(item)) return [full(item)];

    return room.brief.has(item) ? [brief(item)] : [];
  });

const sizeOf = ({ markup }: Html): number => Buffer.byteLength(markup) + 1;
