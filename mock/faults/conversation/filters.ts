import type { Speak } from './speak.ts';

const input = {
  id: 'r1',
  who: { id: 'u1' },
  items: [
    { type: 'ROLE', name: 'Engineering Access' },
    { type: 'OTHER', name: 'Finance' },
  ],
  count: '69',
};

/** What validate-filter is asked. */
export const validating: Speak = async ({ send }) => {
  const filters = [
    '$.id',
    '$.items[?(@.type == "ROLE")]',
    '$.items[?(@.name contains "Access")]',
    "$['who']['id']",
    '$[?(@.id == "r1")]',
    '$[?($.id == "r1")]',
    '$.items[?(@.name =~ /FINANCE/i)]',
    '$.items[?(@.type in ["ROLE"])]',
    '$[?(@.count == 69)]',
    '$.who[?(@.id == "u1")]',
    '$.items[?(@.type == ROLE)]',
    '$.id != null',
    '$.items[?(@.type == \u201cROLE\u201d)]',
    '$.nope',
  ];
  const validate = (body: unknown) => send('POST', '/beta/trigger-subscriptions/validate-filter', { body });
  for (const filter of filters) await validate({ filter, input });
  for (const body of [{ input }, { filter: '$.id' }, { filter: '$.id', input: 'r1' }, { filter: {}, input }])
    await validate(body);
};
