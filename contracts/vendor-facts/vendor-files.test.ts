import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isRecord, type JsonSchema } from '../json-schema.ts';
import { findTrigger, triggers } from '../triggers/index.ts';
import { type ApiVersion, apiVersions } from '../versions.ts';
import type { ApiFacts } from './api-facts.ts';
import { flatten, type PackedFacts, unpack } from './pack.ts';
import { translateNullable } from './translate-nullable.ts';
import { vendorFacts } from './vendor-facts.ts';

// The vendor's files are not part of this project; where they lie beside it, the kept facts are compared with them.
const folder = new URL('../../../shared/reference/openapi/', import.meta.url);
test.skip(!existsSync(folder), "the vendor's descriptions are not at ../shared/reference/openapi");

const packed: PackedFacts = JSON.parse(readFileSync(new URL('./vendor-facts.json', import.meta.url), 'utf8'));

for (const version of apiVersions) {
  test(`the kept facts of ${version} are those of the vendor's file`, () => {
    expect(inOrder(unpack(packed, version))).toEqual(inOrder(vendorFacts(read(version))));
  });

  test(`every schema of the vendor's ${version} file compiles once nullable is translated`, () => {
    const schemas = schemasIn(translateNullable(read(version)));
    const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
    addFormats.default(ajv, ['date-time', 'int32']);
    ajv.addFormat('comma-separated', true);
    for (const annotation of ['example', 'externalDocs']) ajv.addKeyword(annotation);

    expect(schemas.length).toBeGreaterThan(64);
    expect(JSON.stringify(schemas)).not.toContain('"nullable":');
    for (const schema of unique(schemas)) expect(() => ajv.compile(schema)).not.toThrow();
  });
}

test("no sample is one of the vendor's examples", () => {
  const texts = new Set(apiVersions.flatMap((version) => [...idsIn(JSON.stringify(read(version)))]));
  const ours = triggers.flatMap(({ sampleInput, sampleOutput }) => [
    ...idsIn(JSON.stringify([sampleInput, sampleOutput])),
  ]);

  expect(ours.length).toBeGreaterThan(triggers.length);
  expect(ours.filter((id) => texts.has(id))).toEqual([]);
  expect(findTrigger('idn:identity-created')).toBeDefined();
});

const read = (version: ApiVersion): unknown =>
  JSON.parse(readFileSync(new URL(`event-triggers.${version}.json`, folder), 'utf8'));

const inOrder = (facts: ApiFacts) =>
  flatten(facts)
    .map((fact) => fact.join(' | '))
    .sort();

const idsIn = (text: string): readonly string[] => text.match(/[0-9a-f]{32}/g) ?? [];

const unique = (schemas: readonly JsonSchema[]): readonly JsonSchema[] => [
  ...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values(),
];

const schemasIn = (value: unknown): readonly JsonSchema[] => {
  if (Array.isArray(value)) return value.flatMap(schemasIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'schema' && isRecord(inner) ? [inner] : schemasIn(inner),
  );
};
