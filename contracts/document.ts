import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OpenAPIV3_1 } from 'openapi-types';
import { ContractError } from './contract-error.ts';
import { checkDialect } from './dialect.ts';
import generated from './generated/event-triggers.json' with { type: 'json' };
import { isRecord } from './json-schema.ts';

export type ContractDocument = OpenAPIV3_1.Document;

export type LocatedOperation = Readonly<{
  path: string;
  method: (typeof methods)[number];
  operation: OpenAPIV3_1.OperationObject;
}>;

/** The file that people edit; messages name it and not the JSON made from it. */
export const contractFile = 'contracts/openapi/event-triggers.yaml';

/**
 * The contract, read from the JSON made at `npm run generate`: no YAML parser at start-up.
 * In a checkout the YAML stands beside it and has to be the one that the JSON was made from.
 * @throws ContractError for an undeclared keyword or format, or where the JSON is not current
 */
export const loadContract = (): ContractDocument => {
  const source = new URL('./openapi/event-triggers.yaml', import.meta.url);
  return currentContract(generated, existsSync(source) ? readFileSync(source, 'utf8') : undefined);
};

/** The generated document, if it is made from this YAML; without one, it is taken as it is. */
export const currentContract = (
  document: Readonly<{ 'x-source-sha256': string }>,
  yaml: string | undefined,
): ContractDocument => {
  if (yaml !== undefined && sha256(yaml) !== document['x-source-sha256']) throw staleness(yaml);

  return asContract(document);
};

/** Takes a parsed document for the contract. @throws ContractError where it is none, or breaks the dialect */
export const asContract = (document: unknown, file: string = contractFile): ContractDocument => {
  checkDialect(document, file);
  if (!isContract(document)) {
    throw new ContractError({ file, pointer: '', problem: 'no OpenAPI 3.1 description' });
  }

  return document;
};

/** Every operation of the document. */
export const locateOperations = (document: ContractDocument): readonly LocatedOperation[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const isContract = (value: unknown): value is ContractDocument =>
  isRecord(value) &&
  String(value.openapi).startsWith('3.1.') &&
  isRecord(value.paths) &&
  isRecord(value.components);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is wrong with a YAML that nothing was generated from: a slip in it, or else only that. */
const staleness = (yaml: string): ContractError => {
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  checkDialect(parse(yaml), contractFile);

  const problem = 'was changed, and contracts/generated is not made from it. Run: npm run generate';
  return new ContractError({ file: contractFile, pointer: '', problem });
};
