import { nearest } from '../config/nearest.ts';
import { type CatalogueTrigger, findTrigger, triggers } from '../contracts/triggers/index.ts';
import { visible } from '../reports/text.ts';

/** The documented trigger of an id; or, where there is none, a sentence that names the ids that come nearest. */
export const triggerOf = (id: string): CatalogueTrigger | string => {
  const trigger = findTrigger(id);
  if (trigger !== undefined) return trigger;
  const near = nearestIds(id);

  return near.length > 0
    ? `There is no sample of a trigger ${visible(id)}. Did you mean ${near.join(' or ')}?`
    : `There is no sample of a trigger ${visible(id)}. There is one of ${ids.join(', ')}.`;
};

const ids = triggers.map((trigger) => trigger.id);

/** At most three: those that hold what was typed, then those that are spelled nearly like it. */
const nearestIds = (typed: string): readonly string[] => {
  const word = typed
    .toLowerCase()
    .replace(/^idn:/, '')
    .replaceAll(/[\s_]+/g, '-');
  if (findTrigger(`idn:${word}`) !== undefined) return [`idn:${word}`];
  const holding = word.length < 3 ? [] : ids.filter((id) => id.includes(word));
  const spelled = nearest(`idn:${word}`, ids);
  const twin =
    spelled &&
    nearest(
      spelled,
      ids.filter((id) => id !== spelled),
    );

  return [...new Set([spelled, ...holding, twin].filter((id) => id !== undefined))].slice(0, 3);
};
