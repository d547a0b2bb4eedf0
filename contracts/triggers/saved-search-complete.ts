import { array, object, orNull, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

/** Counts come as text. */
const result = orNull(object({ count: text, noun: text, preview: array(array(text)) }));

export const savedSearchComplete = fireAndForget({
  id: 'idn:saved-search-complete',
  name: 'Scheduled Search',
  description: 'A search that runs by a schedule has its results.',
  inputSchema: object({
    fileName: text,
    ownerEmail: text,
    ownerName: text,
    query: text,
    searchName: text,
    searchResults: object({}, { Account: result, Entitlement: result, Identity: result }),
    signedS3Url: text,
  }),
  sampleInput: {
    fileName: 'unused-crew-accounts-20260305.zip',
    ownerEmail: 'noor.velasco@ferry.example',
    ownerName: 'Noor Velasco',
    query: 'attributes.crewNumber:F-* AND NOT attributes.lastSeen:[now-90d TO now]',
    searchName: 'Crew accounts that nobody used for a quarter',
    searchResults: {
      Account: {
        count: '2',
        noun: 'accounts',
        preview: [
          ['crew number', 'name'],
          ['F-1180', 'msato'],
          ['F-1212', 'tokafor'],
        ],
      },
      Entitlement: null,
      Identity: { count: '0', noun: 'identities', preview: [] },
    },
    signedS3Url: 'https://files.example/unused-crew-accounts-20260305.zip?signature=invented',
  },
});
