const red = 31;
const green = 32;
const yellow = 33;

const colourOf: Readonly<Record<string, number>> = {
  PASS: green,
  FAIL: red,
  BROKEN: red,
  WAIVED: yellow,
  ERROR: red,
  STALE: red,
  WARNING: yellow,
  INCOMPLETE: yellow,
};

/** Colours the words that begin a line and say how it went; it adds nothing that the words do not say. */
export const painted = (text: string): string =>
  text.replace(
    /^(PASS|FAIL|BROKEN|ERROR|WAIVED|STALE|WARNING|INCOMPLETE)(?= {2})/gm,
    (word) => `\u001b[${colourOf[word] ?? 0}m${word}\u001b[0m`,
  );

/** Whether to colour: on a terminal, unless NO_COLOR (no-color.org) or `--no-color` says otherwise. */
export const colourWanted = ({
  terminal,
  env,
  noColor = false,
}: Readonly<{
  terminal: boolean;
  env: Readonly<Record<string, string | undefined>>;
  noColor?: boolean;
}>): boolean => terminal && !noColor && (env.NO_COLOR ?? '') === '';
