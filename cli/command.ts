import { Command, InvalidArgumentError } from 'commander';

/** Takes the exit code of a command when it has ended. */
export type Ended = (code: number) => void;

/** A command with the options that all of them take; `more` about them, then examples, stand at the end of its help. */
export const command = (
  name: string,
  description: string,
  examples: readonly string[],
  more?: string,
): Command =>
  new Command(name)
    .description(description)
    .option('--results <dir>', 'folder for what runs write', 'results')
    .option('--no-color', 'plain text')
    .option('--quiet', 'no progress')
    .exitOverride()
    .addHelpText(
      'after',
      `${more === undefined ? '' : `\n${more}\n`}\nExamples:\n${examples.map((example) => `  $ npx isc-triggers ${example}`).join('\n')}`,
    );

/** Parses the value of an option that counts something. */
export const wholeNumber =
  (least: number, most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }

    return number;
  };

/** Takes the value of an option that may be given once: of two, one would be forgotten without a word. */
export const once = (value: string, before: string | undefined): string => {
  if (before !== undefined)
    throw new InvalidArgumentError(`It was given before, with ${before}: give it once.`);

  return value;
};
