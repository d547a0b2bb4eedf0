const [red, green, yellow] = [31, 32, 33];

const colourOf: Readonly<Record<string, number>> = {
  MATCH: green,
  'NO MATCH': red,
  UNKNOWN: yellow,
  COMPILES: green,
  'DOES NOT COMPILE': red,
  WARNING: yellow,
  PASS: green,
  FAIL: red,
  INCOMPLETE: yellow,
};

/** Colours the verdicts that begin a line; it adds nothing that the words do not say. */
export const paintedVerdicts = (text: string): string =>
  text.replace(
    /^(?:NO MATCH|MATCH|UNKNOWN|DOES NOT COMPILE|COMPILES|WARNING|PASS|FAIL|INCOMPLETE)(?= )/gm,
    (word) => `\u001b[${colourOf[word] ?? 0}m${word}\u001b[0m`,
  );
