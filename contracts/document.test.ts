import { expect, test } from '@playwright/test';
import { asContract, currentContract, loadContract, locateOperations } from './document.ts';
import { cells, type Operation, type OperationId, operationIds, operations } from './operations.ts';
import { pathTemplate } from './versions.ts';

const document = loadContract();
const located = new Map(locateOperations(document).map((found) => [found.operation.operationId, found]));

test('the document has the ten operations of the table and no other', () => {
  expect([...located.keys()].sort()).toEqual([...operationIds].sort());
});

for (const id of operationIds) {
  test(`${id} has the method, path, media type and scopes of the table`, () => {
    const found = located.get(id);
    const { method, requestMediaType = undefined, scopes }: Operation = operations[id];
    const body = found?.operation.requestBody;

    expect(found?.method.toUpperCase()).toBe(method);
    expect(`/beta${found?.path}`).toBe(pathTemplate('beta', id));
    expect(body && 'content' in body ? Object.keys(body.content)[0] : undefined).toBe(requestMediaType);
    expect(found?.operation.security?.flatMap((alternative) => Object.values(alternative).flat())).toEqual(
      scopes,
    );
  });
}

test('the document has the 64 cells of the table and no other', () => {
  const documented = [...located].flatMap(([id, { operation }]) =>
    Object.keys(operation.responses ?? {}).map((status) => `${id} ${status}`),
  );

  expect(documented.sort()).toEqual(cells.map(({ operation, status }) => `${operation} ${status}`).sort());
  expect(documented).toHaveLength(64);
});

test('each alternative of an operation asks for one scope, so that any of them is enough', () => {
  for (const { operation } of located.values()) {
    for (const alternative of operation.security ?? [])
      expect(Object.values(alternative).flat()).toHaveLength(1);
  }
});

test('every refusal for the quota says how long to wait', () => {
  for (const id of operationIds) {
    expect(responseHeaders(id, 429), id).toEqual(['Retry-After']);
  }
});

test('only the list operations count', () => {
  const counting = operationIds.filter((id) => responseHeaders(id, 200).includes('X-Total-Count'));

  expect(counting).toEqual(['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus']);
});

test('a document of another kind is no contract', () => {
  expect(() => asContract({ swagger: '2.0' }, 'old.yaml')).toThrow('old.yaml: no OpenAPI 3.1 description');
});

test('a contract that was changed and not generated anew is not judged by', () => {
  const stale = { ...document, 'x-source-sha256': 'of another text' };

  expect(() => currentContract(stale, 'openapi: 3.1.0')).toThrow(
    'contracts/openapi/event-triggers.yaml: was changed, and contracts/generated is not made from it. Run: npm run generate',
  );
});

test('a slip in a contract that was not generated anew is named with its place', () => {
  const yaml = 'components: { schemas: { Thing: { nullable: true } } }';

  expect(() => currentContract({ ...document, 'x-source-sha256': '' }, yaml)).toThrow(
    'event-triggers.yaml#/components/schemas/Thing/nullable: undeclared keyword "nullable"',
  );
});

test('where only the generated contract is installed, it is taken as it is', () => {
  expect(currentContract({ ...document, 'x-source-sha256': 'any' }, undefined).openapi).toBe('3.1.0');
});

const responseHeaders = (id: OperationId, status: number): readonly string[] => {
  const response = located.get(id)?.operation.responses?.[status];
  if (!response) return [];

  const name = '$ref' in response ? response.$ref.split('/').at(-1) : undefined;
  const direct = name === undefined ? response : document.components?.responses?.[name];
  return direct && 'headers' in direct ? Object.keys(direct.headers ?? {}) : [];
};
