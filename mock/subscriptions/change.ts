import { requestIssues } from '../../contracts/validators/index.ts';
import { type Problem, type Reading, read, refuse } from '../call.ts';
import { toProblem } from '../plugins/validate.ts';
import type { SubscriptionRecord } from '../records.ts';
import { type SubscriptionBody, toSubscription } from './draft.ts';
import { type PatchOperation, patchDocument } from './patch.ts';
import { maskSecrets } from './secrets.ts';

/** The subscription that a put makes: what the body leaves out is gone, or back at its default. */
export const replaceSubscription = (body: SubscriptionBody, stored: SubscriptionRecord): SubscriptionRecord =>
  toSubscription(
    { ...body, name: body.name ?? stored.name, type: body.type ?? stored.type },
    { id: stored.id, trigger: { id: stored.triggerId, name: stored.triggerName } },
  );

/**
 * The subscription that a patch makes. It works on what a client can read, so that no `copy` brings a secret
 * to light, and the result has to be a subscription that a put may send.
 */
export const patchSubscriptionRecord = (
  operations: readonly PatchOperation[],
  stored: SubscriptionRecord,
): Reading<SubscriptionRecord> => {
  const patched = patchDocument(maskSecrets(stored), operations);
  if (!patched.ok) return patched;

  const body: SubscriptionBody = withoutNulls(patched.value);
  const [problem] = [...missing(body), ...requestIssues('updateSubscription', body).map(toProblem)];

  return problem ? refuse(problem.field, problem.text) : read(replaceSubscription(body, stored));
};

const missing = (body: SubscriptionBody): readonly Problem[] =>
  (['name', 'type'] as const)
    .filter((field) => body[field] === undefined)
    .map((field) => ({ field, text: 'is required' }));

/** A subscription may show null for what it does not have, which no request may say. */
const withoutNulls = (document: object): object =>
  Object.fromEntries(Object.entries(document).filter(([, value]) => value !== null));
