import exec from 'k6/execution';
import http, { type RefinedResponse } from 'k6/http';
import { type OperationId, operations } from '../../contracts/operations.ts';
import { type ApiVersion, pathTemplate, versions } from '../../contracts/versions.ts';

/** What a scenario needs to call the API; part of what it is told. */
export type ApiPlan = Readonly<{ baseUrl: string; version: ApiVersion; userAgent: string }>;

type CallOptions = Readonly<{
  id?: string;
  query?: string;
  body?: unknown;
  version?: ApiVersion;
  token?: string;
}>;

/** A request that was answered, or not: then its status is 0. Times in ms since k6 began. */
export type Call = Readonly<{
  start: number;
  end: number;
  status: number;
  response: RefinedResponse<'text'>;
}>;

export type Api = (operation: OperationId, options?: CallOptions) => Call;

/** Calls operations with the token of the run. */
export const createApi =
  ({ baseUrl, version: usual, userAgent }: ApiPlan, tokenOf: () => string): Api =>
  (operation, { id, query, body, version = usual, token = tokenOf() } = {}) => {
    const path = pathTemplate(version, operation).replace('{id}', id ?? '');
    const start = exec.instance.currentTestRunDuration;
    const response = http.request(
      operations[operation].method,
      `${baseUrl}${path}${query === undefined ? '' : `?${query}`}`,
      body === undefined ? null : JSON.stringify(body),
      {
        headers: {
          Accept: 'application/json',
          'User-Agent': userAgent,
          Authorization: `Bearer ${token}`,
          ...versions[version].headers,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        tags: { name: operation },
        responseType: 'text',
        timeout: '30s',
      },
    );

    return { start, end: exec.instance.currentTestRunDuration, status: response.status, response };
  };

/** The value of a header, whatever the case of its name. */
export const headerOf = ({ response }: Call, name: string): string | undefined => {
  const found = Object.entries(response.headers).find(([key]) => key.toLowerCase() === name.toLowerCase());

  return found?.[1];
};
