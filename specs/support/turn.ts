/** A number below `below` that a text decides: what two texts begin with differs, and is the same the next time. */
export const turnOf = (text: string, below: number): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % below;

/** Every `share`-th of the items, and at least one: a text decides with which of them the count starts. */
export const oneIn = <Item>(items: readonly Item[], share: number, text: string): readonly Item[] => {
  const step = Math.min(share, items.length);

  return items.filter((_, index) => index % step === turnOf(text, step));
};
