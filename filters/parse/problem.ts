/** Why an expression does not compile. `position` counts UTF-16 units from the start of the expression. */
export class SyntaxProblem extends Error {
  readonly position: number;

  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}
