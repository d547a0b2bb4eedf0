import { type ContractDocument, locateOperations } from '../document.ts';
import { escapeToken, resolvePointer } from '../json-pointer.ts';
import { isRecord } from '../json-schema.ts';
import type { OperationId } from '../operations.ts';

/** JSON pointers to the schemas of an operation. */
export type OperationSchemas = Readonly<{
  /** The schema of the request body; undefined where the operation takes none. */
  request: string | undefined;
  /** By status, the schema of the response body; undefined where it has none. */
  responses: ReadonlyMap<number, string | undefined>;
  /** By name, the schema of a query parameter. */
  query: ReadonlyMap<string, string>;
}>;

/** Where the schemas of the operations stand in a document. */
export const locateSchemas = (document: ContractDocument): ReadonlyMap<OperationId, OperationSchemas> =>
  new Map(
    locateOperations(document).map(({ path, method, operation }) => [
      operation.operationId as OperationId,
      schemasOf(document, `/paths/${escapeToken(path)}/${method}`),
    ]),
  );

const schemasOf = (document: ContractDocument, operation: string): OperationSchemas => {
  const statuses = keysAt(document, `${operation}/responses`);
  const parameters = keysAt(document, `${operation}/parameters`).map((key) =>
    follow(document, `${operation}/parameters/${key}`),
  );

  return {
    request: bodySchema(document, `${operation}/requestBody`),
    responses: new Map(
      statuses.map((status) => [Number(status), bodySchema(document, `${operation}/responses/${status}`)]),
    ),
    query: new Map(
      parameters
        .filter((pointer) => resolvePointer(document, `${pointer}/in`) === 'query')
        .map((pointer) => [String(resolvePointer(document, `${pointer}/name`)), `${pointer}/schema`]),
    ),
  };
};

/** The schema of a body: the operations have one media type each. */
const bodySchema = (document: ContractDocument, pointer: string): string | undefined => {
  const content = `${follow(document, pointer)}/content`;
  const [mediaType] = keysAt(document, content);

  return mediaType === undefined ? undefined : `${content}/${escapeToken(mediaType)}/schema`;
};

const keysAt = (document: ContractDocument, pointer: string): readonly string[] =>
  Object.keys(resolvePointer(document, pointer) ?? {});

/** The place that a reference object leads to; the place itself where none stands there. */
const follow = (document: ContractDocument, pointer: string): string => {
  const value = resolvePointer(document, pointer);
  return isRecord(value) && typeof value.$ref === 'string' ? value.$ref.slice(1) : pointer;
};
