/** A number below `below` that a text decides: what two texts begin with differs, and is the same the next time. */
export const turnOf = (text: string, below: number): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % below;
