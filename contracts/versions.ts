import { type OperationId, operations } from './operations.ts';

/** The published versions of the API; `beta` is the one of the guides. Source: the vendor's API description. */
export const apiVersions = ['beta', 'v2024', 'v2025', 'v2026', 'v1'] as const;

export type ApiVersion = (typeof apiVersions)[number];

type Version = Readonly<{
  /** First segment of every path; empty for the per-service paths of v1. */
  prefix: string;
  /** Segment behind the resource: v1 versions each service for itself. */
  service: string;
  /** Headers that this version asked for at some time, sent with every request. */
  headers: Readonly<Record<string, string>>;
  /** How the vendor's files spell an operationId of this version. */
  operationIdSuffix: string;
}>;

const experimental = { 'X-SailPoint-Experimental': 'true' };

export const versions = {
  beta: { prefix: '/beta', service: '', headers: {}, operationIdSuffix: '' },
  v2024: { prefix: '/v2024', service: '', headers: experimental, operationIdSuffix: '' },
  v2025: { prefix: '/v2025', service: '', headers: experimental, operationIdSuffix: '' },
  v2026: { prefix: '/v2026', service: '', headers: {}, operationIdSuffix: '' },
  v1: { prefix: '', service: '/v1', headers: {}, operationIdSuffix: 'V1' },
} as const satisfies Record<ApiVersion, Version>;

/** Path template of an operation in a version, `{id}` left in place: `/beta/trigger-subscriptions/{id}`. */
export const pathTemplate = (version: ApiVersion, operation: OperationId): string => {
  const { resource, path } = operations[operation];
  const { prefix, service } = versions[version];

  return `${prefix}/${resource}${service}${path}`;
};
