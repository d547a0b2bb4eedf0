import { Ajv2020 as Ajv, type AnySchema, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ContractError } from '../contract-error.ts';
import { escapeToken, resolvePointer } from '../json-pointer.ts';
import { annotations } from '../json-schema.ts';
import { type Issue, toIssues } from './issues.ts';

/** Judges a value by one schema; an empty list means that it fits. */
export type Check = (value: unknown) => readonly Issue[];

/** The check by the schema at a JSON pointer of a document. @throws ContractError where Ajv refuses the schema */
export type Compiler = (pointer: string) => Check;

type CompilerOptions = Readonly<{
  document: unknown;
  /** The file that the document is from, for messages. */
  file: string;
}>;

/** Ajv for JSON Schema 2020-12 in strict mode. Compiles a schema when it is first asked for, and keeps it. */
export const createCompiler = ({ document, file }: CompilerOptions): Compiler => {
  const checks = new Map<string, Check>();
  const ajv = createAjv();
  const shared = '/components/schemas';
  for (const [name, schema] of Object.entries(resolvePointer(document, shared) ?? {})) {
    ajv.addSchema(schema, `#${shared}/${escapeToken(name)}`);
  }

  const compile = (pointer: string): Check => {
    try {
      const validate = ajv.compile(resolvePointer(document, pointer) as AnySchema);
      return (value) => (validate(value) ? [] : toIssues(validate.errors as ErrorObject[]));
    } catch (cause) {
      throw new ContractError({
        file,
        pointer,
        problem: cause instanceof Error ? cause.message : String(cause),
        cause,
      });
    }
  };

  return (pointer) => {
    const check = checks.get(pointer) ?? compile(pointer);
    checks.set(pointer, check);
    return check;
  };
};

/**
 * What the contract uses beyond JSON Schema itself is declared here by name; anything else stops the compiler.
 * That the schemas fit the meta-schema is for a test to say: compiling that costs more than all of them.
 */
const createAjv = (): Ajv => {
  const ajv = new Ajv({ strict: true, allErrors: true, verbose: true, validateSchema: false });
  addFormats.default(ajv, ['date-time', 'int32']);
  ajv.addFormat('comma-separated', true);
  for (const annotation of annotations) ajv.addKeyword(annotation);

  return ajv;
};
