/** Why Java refuses a pattern. `position` counts from the start of the pattern, as far as it is known. */
export class PatternProblem extends Error {
  readonly position: number;

  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

type Unit = Readonly<{ character: string; position: number; quoted: boolean }>;

/** The code points of a pattern; those between \Q and \E are `quoted` and mean themselves. */
export class PatternReader {
  private readonly units: readonly Unit[];
  index = 0;
  comments = false;

  constructor(source: string) {
    this.units = unquote(source);
  }

  /** The character ahead; '' at the end. With the flag x blanks and comments are passed over. */
  peek(): string {
    if (this.comments) this.skipComments();
    return this.raw();
  }

  /** The character `distance` further, as it stands. */
  raw(distance = 0): string {
    return this.units[this.index + distance]?.character ?? '';
  }

  get isQuoted(): boolean {
    return this.units[this.index]?.quoted ?? false;
  }

  next(): string {
    const character = this.peek();
    this.index++;
    return character;
  }

  /** Takes the character if it is the one, and is not quoted. */
  take(character: string): boolean {
    const found = this.peek() === character && !this.isQuoted;
    if (found) this.index++;
    return found;
  }

  takeDigits(pattern: RegExp, most: number): string {
    let digits = '';
    while (digits.length < most && pattern.test(this.raw()) && !this.isQuoted) {
      digits += this.raw();
      this.index++;
    }
    return digits;
  }

  problem(message: string): PatternProblem {
    return new PatternProblem(this.units[this.index]?.position ?? this.units.at(-1)?.position ?? 0, message);
  }

  private skipComments(): void {
    while (!this.isQuoted && /^[\t-\r ]$/.test(this.raw())) this.index++;
    if (this.raw() !== '#' || this.isQuoted) return;
    while (this.raw() !== '' && !/[\n\r\u0085\u2028\u2029]/.test(this.raw())) this.index++;
    this.skipComments();
  }
}

const unquote = (source: string): readonly Unit[] => {
  const units: Unit[] = [];
  let quoted = false;
  let position = 0;
  const take = (): void => {
    const character = String.fromCodePoint(source.codePointAt(position) ?? 0);
    units.push({ character, position, quoted });
    position += character.length;
  };

  while (position < source.length) {
    if (quoted && source.startsWith('\\E', position)) {
      quoted = false;
      position += 2;
    } else if (!quoted && source.startsWith('\\Q', position)) {
      quoted = true;
      position += 2;
    } else {
      const escapes = !quoted && source[position] === '\\' && position + 1 < source.length;
      take();
      if (escapes) take();
    }
  }
  return units;
};
