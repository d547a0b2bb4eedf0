/** The name that is spelled nearly like another: in another case, or with one or two slips. */
export const nearest = (name: string, among: readonly string[]): string | undefined => {
  const sameLetters = among.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (sameLetters !== undefined) return sameLetters;

  const allowed = name.length < 5 ? 1 : 2;
  const close = among
    .filter((candidate) => candidate.length < 200 && Math.abs(candidate.length - name.length) <= allowed)
    .map((candidate) => ({ candidate, slips: distance(name, candidate) }))
    .filter(({ slips }) => slips <= allowed)
    .sort((a, b) => a.slips - b.slips);
  return close[0]?.candidate;
};

/** Slips between two words; two neighbours that have changed places count as one. */
const distance = (left: string, right: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const changed = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      next.push(
        Math.min(
          changed,
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          swapped ? (before[j - 2] ?? 0) + 1 : changed,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[right.length] ?? 0;
};
