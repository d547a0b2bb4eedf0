import { object, oneOfThese, orNull, text } from './schema-parts.ts';

/** The members of an account, apart from its uuid. */
export const account = { type: oneOfThese('ACCOUNT'), id: text, name: text, nativeIdentity: text };
export const uuid = orNull(text);

/** An account whose uuid may be left out. */
export const accountReference = object(account, { uuid });

export const samples = {
  identity: { type: 'IDENTITY', id: 'c27f90e5b84d4a13a6d1f05e39b8c730', name: 'Maren Sato' },
  source: { type: 'SOURCE', id: '91e4c0d8a75f42b3b06d8f172ac5e331', name: 'Ferry Payroll' },
  account: {
    type: 'ACCOUNT',
    id: '5b0f7d2e86c943a1902ce47f18d6ab32',
    uuid: null,
    name: 'msato',
    nativeIdentity: 'uid=msato,ou=crew,dc=ferry,dc=example',
  },
} as const;
