import { type ApiVersion, apiVersions } from '../versions.ts';

/** A difference between the vendor's description and this contract that is meant. */
export type KnownDifference = Readonly<{
  /** `operation location field`; a `*` stands for any text. */
  where: string;
  /** The versions in which it shows, in each of them at least once. */
  versions: readonly ApiVersion[];
  /** Who has a fact there: both, with different ones, or one side alone. */
  told: 'by both' | 'by the vendor' | 'by us';
  /** Our fact, where one place is meant. */
  ours?: string;
  reason: string;
}>;

const sinceV2024: readonly ApiVersion[] = ['v2024', 'v2025', 'v2026', 'v1'];
const sinceV2025: readonly ApiVersion[] = ['v2025', 'v2026', 'v1'];

const event = (name: string): string => `listTriggers 200 [].exampleInput<${name}>`;

const calls: readonly KnownDifference[] = [
  {
    where: '* 429 #headers',
    versions: apiVersions,
    told: 'by us',
    ours: 'Retry-After',
    reason: 'The vendor promises the header in the text about the rate limit, not in the description.',
  },
  {
    where: 'list* 200 #headers',
    versions: apiVersions,
    told: 'by us',
    ours: 'X-Total-Count',
    reason: 'The vendor promises the header in the text of the parameter count.',
  },
  {
    where: 'patchSubscription request [].value',
    versions: apiVersions,
    told: 'by both',
    ours: 'array|boolean|integer|object|string',
    reason: 'The vendor lists no boolean, though enabled is one and may be patched.',
  },
  {
    where: 'patchSubscription request [].from',
    versions: apiVersions,
    told: 'by us',
    ours: 'string',
    reason: 'The vendor lists move and copy, which say by from what they move or copy (RFC 6902).',
  },
  {
    where: 'listTriggerInvocationStatus 200 [].completed',
    versions: apiVersions,
    told: 'by both',
    ours: 'null|string date-time',
    reason: 'The vendor says in its text that it is empty while the invocation is in flight; null was seen.',
  },
];

const events: readonly KnownDifference[] = [
  ...['identity-deleted', 'source-account-created', 'source-account-deleted', 'source-account-updated'].map(
    (name): KnownDifference => ({
      where: `${event(name)}*`,
      versions: apiVersions,
      told: 'by the vendor',
      reason: 'No trigger of the production set: early access, or ended.',
    }),
  ),
  ...['account', 'machine-identity'].flatMap((subject) =>
    ['created', 'updated', 'deleted'].map(
      (change): KnownDifference => ({
        where: `${event(`${subject}-${change}`)}*`,
        versions: sinceV2025,
        told: 'by the vendor',
        reason: 'No trigger of the production set. A tenant that offers it is right.',
      }),
    ),
  ),
  {
    where: `${event('access-request-*')}.requestedFor`,
    versions: apiVersions,
    told: 'by both',
    ours: 'array|object items 1..10 required',
    reason: 'A list in the description; one object in the input schemas, in the guides and in real events.',
  },
  {
    where: `${event('access-request-*')}.requestedFor.*`,
    versions: apiVersions,
    told: 'by us',
    reason: 'The members of that one object.',
  },
  ...['requestedFor[]', 'requestedBy'].map(
    (member): KnownDifference => ({
      where: `${event('access-request-*')}.${member}.*`,
      versions: apiVersions,
      told: 'by both',
      reason:
        "The vendor's own input schema requires id, name and type; its description forgets to, or says so of the list.",
    }),
  ),
  ...['id', 'name', 'type'].map(
    (member): KnownDifference => ({
      where: `listTriggers 200 [].exampleOutput<access-request-dynamic-approver>.${member}`,
      versions: apiVersions,
      told: 'by both',
      reason: 'An answer with nothing in it declines, so the three are required together or not at all.',
    }),
  ),
];

const laterEvents: readonly KnownDifference[] = [
  ...['id', 'name', 'type'].map(
    (member): KnownDifference => ({
      where: `${event('certification-signed-off')}*.reviewer.${member}`,
      versions: sinceV2024,
      told: 'by both',
      reason: 'Later versions do not require it; the contract follows beta, and events are never a promise.',
    }),
  ),
  ...['created', 'modified'].map(
    (member): KnownDifference => ({
      where: `${event('certification-signed-off')}*.reviewer.${member}`,
      versions: sinceV2024,
      told: 'by the vendor',
      reason: 'A member that later versions added; an event may hold more than the contract lists.',
    }),
  ),
  {
    where: `${event('provisioning-completed')}.accountRequests[].accountOperation`,
    versions: sinceV2024,
    told: 'by both',
    ours: 'string of Create,Delete,Disable,Enable,Modify,Unlock required',
    reason: 'Later versions take any text; the contract follows beta, and events are never a promise.',
  },
  {
    where: `${event('source-updated')}.actor.id`,
    versions: sinceV2024,
    told: 'by both',
    ours: 'string required',
    reason: 'Later versions do not require it; the contract follows beta, and events are never a promise.',
  },
  {
    where: `${event('access-request-*')}.requestedItems*[].form*`,
    versions: ['v1'],
    told: 'by the vendor',
    reason: 'A member that v1 added; an event may hold more than the contract lists.',
  },
];

/** Every difference that is meant. One more, or one less, fails a test. */
export const knownDifferences = [...calls, ...events, ...laterEvents];
