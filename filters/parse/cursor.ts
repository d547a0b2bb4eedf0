import { SyntaxProblem } from './problem.ts';

/**
 * A place in a part of the expression. `end` is the last unit that counts, which may lie before the last
 * unit of `text`: looking at what stands behind it is allowed, as the library does it.
 */
export class Cursor {
  readonly text: string;
  /** Where `text` begins in the expression. */
  readonly base: number;
  position = 0;
  end: number;

  constructor(text: string, base: number) {
    this.text = text;
    this.base = base;
    this.end = text.length - 1;
  }

  at(index: number): string {
    const character = this.text[index];
    if (character === undefined) throw this.problem('the expression ends too early', index);
    return character;
  }

  get current(): string {
    return this.at(this.position);
  }

  get atTail(): boolean {
    return this.position >= this.end;
  }

  inBounds(index = this.position): boolean {
    return index >= 0 && index <= this.end;
  }

  problem(message: string, index = this.position): SyntaxProblem {
    return new SyntaxProblem(
      Math.max(0, this.base + Math.min(Math.max(index, 0), this.text.length)),
      message,
    );
  }

  slice(start: number, end: number): string {
    if (end > this.text.length || start > end) throw this.problem('the expression ends too early', end);
    return this.text.slice(start, end);
  }

  /** Only the blank counts here: tabs and newlines are ordinary units (whitespace). */
  skipBlanks(): this {
    while (this.inBounds() && !this.atTail && this.current === ' ') this.position++;
    return this;
  }

  trim(): void {
    this.skipBlanks();
    while (this.inBounds() && !this.atTail && this.at(this.end) === ' ') this.end--;
  }

  /** The index of the first unit behind `start` that is no blank. */
  significantAfter(start = this.position): number {
    let index = start + 1;
    while (this.inBounds(index) && this.at(index) === ' ') index++;
    return index;
  }

  /** That unit; a blank where there is none. */
  nextSignificant(start = this.position): string {
    const index = this.significantAfter(start);
    return this.inBounds(index) ? this.at(index) : ' ';
  }

  indexOfPreviousSignificant(start = this.position): number {
    let index = start - 1;
    while (this.inBounds(index) && this.at(index) === ' ') index--;
    return this.inBounds(index) ? index : -1;
  }

  /** The next `character` behind `start` that no backslash precedes; -1 where there is none. */
  unescapedAfter(start: number, character: string): number {
    for (let index = start + 1; this.inBounds(index); index++) {
      if (this.at(index) === '\\') index++;
      else if (this.at(index) === character) return index;
    }
    return -1;
  }

  /**
   * The `close` that belongs to the `open` at `start`; -1 where there is none. What stands in quotes (and
   * between slashes, with `patterns`) is skipped, but for a quote right behind a closing quote.
   */
  matching(start: number, open: string, close: string, patterns: boolean): number {
    let depth = 1;
    for (let index = start + 1; this.inBounds(index); index++) {
      if (this.at(index) === '"' || this.at(index) === "'") index = this.behindQuoted(index);
      if (patterns && this.at(index) === '/') index = this.behindQuoted(index);
      if (this.at(index) === open) depth++;
      if (this.at(index) === close && --depth === 0) return index;
    }
    return -1;
  }

  private behindQuoted(index: number): number {
    const closing = this.unescapedAfter(index, this.at(index));
    if (closing === -1) throw this.problem(`a closing ${this.at(index)} is missing`, index);
    return closing + 1;
  }
}
