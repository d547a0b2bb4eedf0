/** The known word that a mistyped one is nearest to; `undefined` where none is near. */
export const nearest = <T extends string>(word: string, known: readonly T[]): T | undefined =>
  known
    .map((candidate) => ({ candidate, edits: edits(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.max(1, Math.floor(candidate.length / 4)))
    .sort((one, other) => one.edits - other.edits)[0]?.candidate;

/** Letters to insert, drop or change to make one word of the other. */
const edits = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of [...other].entries())
      next.push(
        Math.min(
          (next[column] ?? 0) + 1,
          (row[column + 1] ?? 0) + 1,
          (row[column] ?? 0) + (letter === otherLetter ? 0 : 1),
        ),
      );
    row = next;
  }

  return row.at(-1) ?? 0;
};
