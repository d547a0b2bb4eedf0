import type { Finding } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { shownValue } from './show.ts';

/** Why a comparison or bare path came out as it did, behind a caret. */
export const findingText = (finding: Finding): string => {
  const { absence, notes, raises, holds, left, operator } = finding;
  if (raises === 'PatternNotJudgedError')
    return 'cannot be judged: no Java is at hand that reads this pattern';
  if (raises !== undefined) return `the library raises ${raises} here`;
  // What length() gives is worth more than that its type does not fit.
  const note = notes.find(({ code }) => code === 'length') ?? notes.find(({ code }) => code !== 'absent');
  if (note !== undefined) return visible(note.text);
  if (absence !== undefined && left.type === 'absent')
    return `not there: ${visible(absence.at)} has no property ${shownValue(absence.property)}`;
  if (operator === undefined)
    return left.type === 'absent' ? 'not there' : `it is there: ${seenText(finding)}`;

  return `${holds ? 'true' : 'false'}, ${seenText(finding)}`;
};

/** What the sides were: `@.attribute is "department"`. Literals say it themselves. */
export const seenText = ({ left, right }: Finding): string =>
  [left, ...(right === undefined ? [] : [right])]
    .filter(({ text }) => /^[@$]/.test(text))
    .map(
      (side) => `${visible(side.text)} is ${side.type === 'absent' ? 'absent' : shownValue(side.value, 60)}`,
    )
    .join(', ') || 'both sides are literals';
