type ContractErrorDetails = Readonly<{
  /** The file that is wrong, relative to the project. */
  file: string;
  /** JSON pointer to the place in it; empty for the file as a whole. */
  pointer: string;
  problem: string;
  cause?: unknown;
}>;

/** The contract itself cannot be used: nothing was judged, and no tenant is to blame (exit code 2). */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly file: string;
  readonly pointer: string;

  constructor({ file, pointer, problem, cause }: ContractErrorDetails) {
    super(`${file}${pointer === '' ? '' : `#${pointer}`}: ${problem}`, { cause });
    this.file = file;
    this.pointer = pointer;
  }
}
