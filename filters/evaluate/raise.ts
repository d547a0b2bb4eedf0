/** An exception of the library, by its simple name. One instance a name: they carry no more than that. */
export class Raise extends Error {
  override readonly name: string;

  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

export const raises = {
  pathNotFound: new Raise('PathNotFoundException'),
  invalidPath: new Raise('InvalidPathException'),
  jsonPath: new Raise('JsonPathException'),
  invalidJson: new Raise('InvalidJsonException'),
  classCast: new Raise('ClassCastException'),
  indexOutOfBounds: new Raise('IndexOutOfBoundsException'),
  numberFormat: new Raise('NumberFormatException'),
  illegalArgument: new Raise('IllegalArgumentException'),
  illegalState: new Raise('IllegalStateException'),
  nullPointer: new Raise('NullPointerException'),
  concurrentModification: new Raise('ConcurrentModificationException'),
} as const;

/** The ones that a predicate turns into "does not hold". */
export const isInvalidPath = (error: unknown): boolean =>
  error === raises.invalidPath || error === raises.pathNotFound;
