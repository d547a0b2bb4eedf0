import { Buffer } from 'node:buffer';

/** What a request shows of its sender. */
export type Credentials =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'basic'; userName: string; password: string }>
  | Readonly<{ kind: 'bearer'; token: string }>
  /** Of a scheme that no subscription can ask for, or malformed. */
  | Readonly<{ kind: 'other'; header: string }>;

export const readCredentials = (authorization: string | undefined): Credentials => {
  if (authorization === undefined) return { kind: 'none' };
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return { kind: 'bearer', token: value };

  return (scheme.toLowerCase() === 'basic' && readBasic(value)) || { kind: 'other', header: authorization };
};

/** Whether the sender shows exactly what is asked for. */
export const areSame = (shown: Credentials, asked: Credentials): boolean =>
  JSON.stringify(inOrder(shown)) === JSON.stringify(inOrder(asked));

const readBasic = (value: string): Credentials | undefined => {
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');

  return colon === -1
    ? undefined
    : { kind: 'basic', userName: text.slice(0, colon), password: text.slice(colon + 1) };
};

const inOrder = (credentials: Credentials): unknown =>
  Object.entries(credentials).sort(([one], [other]) => (one < other ? -1 : 1));
