import type { OperationId } from '../contracts/operations.ts';
import { type ApiVersion, apiVersions, pathTemplate, versions } from '../contracts/versions.ts';
import { GuardError } from './errors.ts';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

const versionSegment = new RegExp(
  `(?:${apiVersions.flatMap((version) => versions[version].prefix || []).join('|')})$`,
);

/**
 * The tenant's address without version and trailing slash. A version in it is dropped, since the version of
 * each call puts it back: `https://t.example/v2024/` and `https://t.example` mean the same tenant.
 */
export const tenantRoot = (baseUrl: string): string => {
  const { origin, pathname } = new URL(baseUrl);

  return origin + pathname.replace(/\/+/g, '/').replace(/\/$/, '').replace(versionSegment, '');
};

/** Absolute URL of an operation. A blank in the query becomes `%20`. */
export function endpoint(
  root: string,
  operation: OperationId,
  { version, id, query = {} }: { version: ApiVersion; id?: string | undefined; query?: Query },
): string {
  const template = pathTemplate(version, operation);
  const path = template.includes('{id}') ? template.replace('{id}', () => segment(operation, id)) : template;
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);

  return root + path + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

/** An empty segment or one of dots would make another path, so another operation, of this one. */
const segment = (operation: OperationId, id: string | undefined): string => {
  if (id === undefined || /^\.{0,2}$/.test(id))
    throw new GuardError({
      rule: 'path',
      what: operation,
      why: `its path needs an id, and ${JSON.stringify(id ?? null)} would make another path of it`,
    });

  return encodeURIComponent(id);
};
