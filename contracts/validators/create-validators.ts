import { type ContractDocument, contractFile } from '../document.ts';
import type { OperationId } from '../operations.ts';
import type { CatalogueTrigger } from '../triggers/index.ts';
import { type Check, createCompiler } from './compiler.ts';
import { type Issue, issueKey } from './issues.ts';
import { lenientDocument } from './lenient.ts';
import { locateSchemas } from './locate.ts';
import { checkQuery } from './query.ts';
import { createTriggerChecks, type TriggerChecks } from './trigger-checks.ts';
import { triggerWarnings } from './trigger-warnings.ts';

export type Validators = TriggerChecks &
  Readonly<{
    /** What is wrong with a request body, by the documented shape. Unknown members are not wrong. */
    requestIssues: (operation: OperationId, body: unknown) => readonly Issue[];
    /**
     * What is wrong with a response body by the lenient reading, see `lenient`; undefined stands for no body.
     * A status that is not documented has no schema, so nothing is wrong with its body.
     */
    responseIssues: (operation: OperationId, status: number, body: unknown) => readonly Issue[];
    /** What the lenient reading accepts and the documented shape does not, and examples that do not fit. */
    responseWarnings: (operation: OperationId, status: number, body: unknown) => readonly Issue[];
    /** What is wrong with `limit`, `offset` and `count`; the syntax of filters and sorters is not looked at. */
    queryIssues: (operation: OperationId, query: Readonly<Record<string, string>>) => readonly Issue[];
  }>;

type ValidatorOptions = Readonly<{
  document: ContractDocument;
  triggers: readonly CatalogueTrigger[];
  /** The file that the document is from, for messages. */
  file?: string;
}>;

/** Validators over a contract. A schema is compiled when it is first needed, and kept. */
export const createValidators = ({
  document,
  triggers,
  file = contractFile,
}: ValidatorOptions): Validators => {
  const readings = {
    documented: createCompiler({ document, file }),
    lenient: createCompiler({ document: lenientDocument(document), file }),
  };
  const schemas = locateSchemas(document);
  const triggerChecks = createTriggerChecks(triggers);

  const judge = (reading: keyof typeof readings, operation: OperationId, status: number, body: unknown) => {
    const responses = schemas.get(operation)?.responses;
    if (!responses?.has(status)) return [];

    const schema = responses.get(status);
    return schema === undefined ? absent(body) : readings[reading](schema)(body);
  };

  return {
    ...triggerChecks,
    requestIssues: (operation, body) => {
      const schema = schemas.get(operation)?.request;
      return schema === undefined ? [] : present(body, readings.documented(schema));
    },
    responseIssues: (operation, status, body) => judge('lenient', operation, status, body),
    responseWarnings: (operation, status, body) => {
      const issues = new Set(judge('lenient', operation, status, body).map(issueKey));
      return [
        ...judge('documented', operation, status, body).filter((issue) => !issues.has(issueKey(issue))),
        ...(operation === 'listTriggers' && status === 200 ? triggerWarnings(body, triggerChecks) : []),
      ];
    },
    queryIssues: (operation, query) => {
      const parameters = [...(schemas.get(operation)?.query ?? [])];
      const checks = new Map(parameters.map(([name, schema]) => [name, readings.documented(schema)]));
      return checkQuery(checks, query);
    },
  };
};

const present = (body: unknown, check: Check): readonly Issue[] =>
  body === undefined ? [{ pointer: '', message: 'must be present', keyword: 'body' }] : check(body);

const absent = (body: unknown): readonly Issue[] =>
  body === undefined || body === '' ? [] : [{ pointer: '', message: 'must be absent', keyword: 'body' }];
