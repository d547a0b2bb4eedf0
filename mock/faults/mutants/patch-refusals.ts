import { type Call, read } from '../../call.ts';
import type { PatchOperation } from '../../subscriptions/patch.ts';
import type { Tenant } from '../../tenant.ts';
import { overlook, within } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Ignores operations that ought to be refused. */
const overlookOperations = (overlooked: (operation: Partial<PatchOperation>) => boolean): Apply => {
  const ignore = within('patchSubscription', ({ patch }) => ({
    patch: (operations, stored) =>
      patch(
        operations.filter((step) => !overlooked(step)),
        stored,
      ),
  }));

  return (tenant) => {
    const { seams } = tenant;
    const { bodyProblems } = seams;
    seams.bodyProblems = (operation, body) =>
      operation === 'patchSubscription' && Array.isArray(body)
        ? bodyProblems(
            operation,
            body.filter((step) => !overlooked(step)),
          )
        : bodyProblems(operation, body);
    ignore(tenant);
  };
};

/** Keeps what the operations before the wrong one did. */
const notAtomic: Apply = ({ seams }) => {
  const { validate } = seams;
  const carryOutFirst = (call: Call, tenant: Tenant): void => {
    const stored = tenant.store.subscriptions.find(call.id);
    const [first] = Array.isArray(call.body) ? (call.body as readonly PatchOperation[]) : [];
    if (!stored || !first || tenant.seams.bodyProblems('patchSubscription', [first]).length > 0) return;
    const patched = tenant.seams.patch([first], stored);
    if (patched.ok) tenant.store.subscriptions.put(patched.value);
  };
  seams.validate = (call, tenant) => {
    const refusal = validate(call, tenant);
    if (refusal && call.operation === 'patchSubscription') carryOutFirst(call, tenant);

    return refusal;
  };
  const { patchSubscription } = seams.handle;
  seams.handle.patchSubscription = async (call, tenant) => {
    const reply = await patchSubscription(call, tenant);
    if (reply.status === 400) carryOutFirst(call, tenant);

    return reply;
  };
};

/** Patches that ought to be refused and are taken, or are refused and leave something behind. */
export const patchRefusalMutants: readonly Mutant[] = [
  {
    id: 'patch-takes-test',
    breaks: 'subscriptions.patch.operations',
    apply: overlookOperations(({ op }) => op === 'test'),
  },
  {
    id: 'patch-ignores-an-unknown-operation',
    breaks: 'subscriptions.patch.operations',
    apply: overlookOperations(
      ({ op }) => !['add', 'remove', 'replace', 'move', 'copy', 'test'].includes(String(op)),
    ),
  },
  {
    id: 'patch-ignores-the-id',
    breaks: 'subscriptions.patch.immutable',
    apply: overlookOperations(({ path }) => path === '/id'),
  },
  {
    id: 'patch-ignores-the-trigger',
    breaks: 'subscriptions.patch.immutable',
    apply: overlookOperations(({ path }) => path === '/triggerId'),
  },
  { id: 'patch-keeps-half-of-a-refusal', breaks: 'subscriptions.patch.atomic', apply: notAtomic },
  {
    id: 'patch-takes-a-single-operation',
    breaks: 'subscriptions.patch.list',
    apply: ({ seams }) => {
      const { validate } = seams;
      seams.validate = (call, tenant) => {
        if (call.operation === 'patchSubscription') call.body = [call.body].flat();

        return validate(call, tenant);
      };
    },
  },
  {
    id: 'patch-takes-an-unknown-type',
    breaks: 'subscriptions.patch.values',
    apply: ({ seams }) => {
      const { patch } = seams;
      seams.patch = (operations, stored) => {
        const patched = patch(operations, stored);

        return patched.ok || patched.problem.field !== 'type' ? patched : read(stored);
      };
    },
  },
  {
    id: 'patch-takes-enabled-as-a-text',
    breaks: 'subscriptions.patch.values',
    apply: ({ seams }) => {
      const { patch } = seams;
      seams.patch = (operations, stored) => {
        const patched = patch(operations, stored);

        return patched.ok || patched.problem.field !== 'enabled' ? patched : read(stored);
      };
    },
  },
  {
    id: 'patch-takes-what-is-not-patchable',
    breaks: 'subscriptions.patch.immutable',
    apply: overlook('patchSubscription', ({ text }) => text.includes('not patchable')),
  },
];
