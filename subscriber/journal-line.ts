import { isJsonObject } from '../dispatch/json.ts';
import type { Arrived, Entry } from './entry.ts';

/** An entry as a line of a journal file: JSON, with a line feed. No credential and no secret of an invocation is in it. */
export const toJournalLine = (entry: Entry): string =>
  `${JSON.stringify(entry.kind === 'arrived' ? masked(entry) : entry)}\n`;

const masked = ({ credentials, metadata, headers, body, json, ...rest }: Arrived): unknown => ({
  ...rest,
  credentials: { kind: credentials.kind },
  headers: { ...headers, ...('authorization' in headers && { authorization: hidden }) },
  ...(metadata && { metadata: { ...metadata, secret: hidden } }),
  ...(json === undefined ? { bodyLength: body.length } : { json: withoutSecrets(json) }),
});

const hidden = '***';

/** Hides what `_metadata` holds under `secret`, wherever it stands. */
const withoutSecrets = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isJsonObject(value)) return value;

  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'secret' ? hidden : withoutSecrets(inner)]),
  );
};
