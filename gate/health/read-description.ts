import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { type OpenApiDrift, openApiDrift } from '../../reports/history/drift/openapi-drift.ts';
import { UsageError } from '../gate-options.ts';

/** How a vendor's OpenAPI file, JSON or YAML, differs from the contract. Throws UsageError where it cannot be told. */
export const readDescription = (file: string, cwd: string): OpenApiDrift => {
  const found = openApiDrift(parsed(resolve(cwd, file)));
  if (found !== undefined) return found;

  throw new UsageError(
    `${file} describes none of the operations of event triggers: name one of the vendor's OpenAPI files that has /trigger-subscriptions in it, as one file.`,
  );
};

const parsed = (path: string): unknown => {
  try {
    const text = readFileSync(path, 'utf8');
    return text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text, { logLevel: 'silent' });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UsageError(
      `${path} cannot be read as OpenAPI: ${why}. Name a JSON or YAML file with --openapi.`,
    );
  }
};
