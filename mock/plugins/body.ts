import type { Operation } from '../../contracts/operations.ts';
import { operations } from '../../contracts/operations.ts';
import type { Call, Reply } from '../call.ts';
import { badRequest } from './errors.ts';

/** Reads the body of an operation that has one: the documented media type, then JSON. */
export const readBody = (call: Call): Reply | undefined => {
  const { requestMediaType }: Operation = operations[call.operation];
  if (!requestMediaType) return undefined;

  const type = mediaType(call.headers['content-type']);
  if (type !== requestMediaType) {
    return badRequest(call.requestId, [
      { field: 'Content-Type', text: `${requestMediaType} is expected, not ${type || 'none'}` },
    ]);
  }
  try {
    call.body = JSON.parse(call.rawBody?.toString('utf8') ?? '');
  } catch {
    return badRequest(call.requestId, [{ field: 'body', text: 'is not valid JSON' }]);
  }

  return undefined;
};

const mediaType = (header: Call['headers'][string]): string =>
  typeof header === 'string' ? (header.split(';', 1)[0] ?? '').trim().toLowerCase() : '';
