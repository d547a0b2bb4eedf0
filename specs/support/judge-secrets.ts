import type { Answer } from './answer.ts';
import { isObject } from './answer.ts';
import type { Finding } from './judge.ts';

const secretMembers: readonly string[] = ['password', 'bearerToken'];

/** Passwords and bearer tokens come back null, and not as stars either. */
export const judgeSecrets = ({ body, text, recorder }: Answer): readonly Finding[] => {
  if (recorder.written.some((secret) => text.includes(secret))) {
    return [
      {
        clause: 'subscriptions.secrets',
        expected: 'no secret in the answer',
        seen: 'a secret that was written',
      },
    ];
  }
  const shown = secretsIn(body, '');

  return shown.slice(0, 1).map(({ pointer, value }) => ({
    clause: 'subscriptions.secrets',
    expected: `${pointer} null`,
    seen: `${pointer} a text of ${value.length} characters`,
  }));
};

type Shown = Readonly<{ pointer: string; value: string }>;

/** Looks only into what is a subscription's config: people's own data may use the same words. */
const secretsIn = (value: unknown, pointer: string): readonly Shown[] => {
  if (Array.isArray(value)) return value.flatMap((each, index) => secretsIn(each, `${pointer}/${index}`));
  if (!isObject(value) || !isObject(value.httpConfig)) return [];

  return Object.entries(value.httpConfig).flatMap(([config, members]) =>
    isObject(members)
      ? Object.entries(members).flatMap(([name, secret]) =>
          secretMembers.includes(name) && typeof secret === 'string' && secret !== ''
            ? [{ pointer: `${pointer}/httpConfig/${config}/${name}`, value: secret }]
            : [],
        )
      : [],
  );
};
