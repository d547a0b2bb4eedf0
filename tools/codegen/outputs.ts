import { createHash } from 'node:crypto';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { parse } from 'yaml';
import { checkDialect } from '../../contracts/dialect.ts';

/** The file that people edit, relative to the project. */
export const source = 'contracts/openapi/event-triggers.yaml';

/** Texts by file, relative to the project. */
export type Outputs = Readonly<Record<string, string>>;

/**
 * What is made from the YAML: the document as JSON, which needs no parser at start-up, and its types.
 * @throws ContractError for an undeclared keyword or format
 */
export const outputsOf = async (yaml: string): Promise<Outputs> => {
  const document: OpenAPI3 = parse(yaml);
  checkDialect(document, source);

  const types = await openapiTS(document, { immutable: true, defaultNonNullable: false });
  const json = { ...document, 'x-source-sha256': createHash('sha256').update(yaml).digest('hex') };
  return {
    'contracts/generated/event-triggers.json': `${JSON.stringify(json, null, 1)}\n`,
    'contracts/generated/event-triggers.ts': `// Made from ${source} by npm run generate.\n\n${astToString(types)}`,
  };
};

/** The outputs that do not stand as they should where `read` looks. */
export const staleFiles = (outputs: Outputs, read: (file: string) => string | undefined): readonly string[] =>
  Object.entries(outputs).flatMap(([file, text]) => (read(file) === text ? [] : [file]));
