import { readFileSync, writeFileSync } from 'node:fs';
import { withSection } from '../gate/page-section.ts';

/** A number of an option that counts something. Throws RangeError. */
export const whole = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new RangeError(`${text} is not a number of at least 1.`);

  return Number(text);
};

type Figure = Readonly<{ section: string; heading: string; command: string; sentence: string }>;

/** Keeps a measured figure in docs/detection.md, in a section of its own. */
export const keepFigure = ({ section, heading, command, sentence }: Figure): void => {
  const page = new URL('../docs/detection.md', import.meta.url);
  const day = new Date().toISOString().slice(0, 10);
  const text = `## ${heading}\n\nMeasured by \`${command}\` on ${day}: ${sentence}.`;
  writeFileSync(page, withSection(readFileSync(page, 'utf8'), section, text));
};
