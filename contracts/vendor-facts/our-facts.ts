import { collections } from '../collections.ts';
import type { ContractDocument } from '../document.ts';
import type { JsonSchema } from '../json-schema.ts';
import { type Operation, type OperationId, operations } from '../operations.ts';
import { type CatalogueTrigger, triggers } from '../triggers/index.ts';
import { type ApiVersion, pathTemplate, versions } from '../versions.ts';
import { type ApiFacts, apiFacts, type LocationFacts } from './api-facts.ts';
import { type SchemaFacts, schemaFacts } from './schema-facts.ts';

/**
 * The facts of this project's contract for one version, from all of its parts: bodies and parameters from the
 * document, methods, paths and scopes from the tables, filters and sorters, and the events of the triggers,
 * each under the name that the vendor's description has for it.
 */
export const ourFacts = (document: ContractDocument, version: ApiVersion): ApiFacts =>
  Object.fromEntries(
    Object.entries(apiFacts(document)).map(([id, locations]) => [
      id,
      {
        ...locations,
        ...collectionFacts(id),
        call: callFacts(id as OperationId, version),
        ...(id === 'listTriggers' && { 200: { ...locations[200], ...eventFacts() } }),
      },
    ]),
  );

const callFacts = (id: OperationId, version: ApiVersion) => {
  const { method, scopes }: Operation = operations[id];
  return {
    operationId: `${id}${versions[version].operationIdSuffix}`,
    method,
    path: pathTemplate(version, id),
    scopes: [...scopes].sort().join(' '),
  };
};

const collectionFacts = (id: string): LocationFacts => {
  const collection = Object.entries(collections).find(([name]) => name === id)?.[1];
  if (!collection) return {};

  const filters = Object.entries(collection.filters).map(([field, operators]) => [
    field,
    operators.join(' '),
  ]);
  return { filters: Object.fromEntries(filters), sorters: { '': collection.sorters.join(' ') } };
};

const eventFacts = (): SchemaFacts =>
  Object.assign(
    {},
    ...triggers.flatMap((trigger) => [
      branchFacts('exampleInput', trigger, trigger.inputSchema),
      trigger.outputSchema ? branchFacts('exampleOutput', trigger, trigger.outputSchema) : {},
    ]),
  );

const branchFacts = (member: string, { id }: CatalogueTrigger, schema: JsonSchema): SchemaFacts => {
  const name = id.replace('idn:', '');
  return schemaFacts(schema, () => undefined, `[].${member}<${vendorNames[name] ?? name}>`);
};

/** The vendor's names of events, where they are not those of the triggers. */
const vendorNames: Readonly<Record<string, string>> = {
  'aggregation-accounts-collected': 'accounts-collected-for-aggregation',
  'post-provisioning': 'provisioning-completed',
  'va-cluster-status-change': 'va-cluster-status-change-event',
};
