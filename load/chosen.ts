import { nearest } from '../config/nearest.ts';
import { UsageError } from '../gate/gate-options.ts';

/** The words of a list with commas, each one of those that are known. Throws UsageError with the nearest. */
export const chosenOf = <Word extends string>(
  option: string,
  text: string | undefined,
  known: readonly Word[],
): readonly Word[] | undefined => {
  if (text === undefined) return undefined;

  return text.split(',').map((part) => {
    const word = part.trim();
    const found = known.find((each) => each === word);
    if (found !== undefined) return found;
    const near = nearest(word, known);
    throw new UsageError(
      `${option} has no "${word}". ${near === undefined ? `It takes ${known.join(', ')}.` : `Did you mean ${near}?`}`,
    );
  });
};
