import { read } from '../../call.ts';
import type { SubscriptionRecord } from '../../records.ts';
import type { PatchOperation } from '../../subscriptions/patch.ts';
import { changeRecords, overlook, within } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Hands other operations on than those that came. */
const patchWith = (change: (operations: readonly PatchOperation[]) => readonly PatchOperation[]): Apply =>
  within('patchSubscription', ({ patch }) => ({
    patch: (operations, stored) => patch(change(operations), stored),
  }));

const ignores = (ignored: (operation: PatchOperation) => boolean): Apply =>
  patchWith((operations) => operations.filter((operation) => !ignored(operation)));

const isNested = ({ path }: PatchOperation): boolean => path.split('/').length > 2;

/** Ignores operations that ought to be refused. */
const overlookOperations = (overlooked: (operation: Partial<PatchOperation>) => boolean): Apply => {
  const ignore = ignores(overlooked);

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
  const carryOutFirst = (
    call: Parameters<typeof validate>[0],
    tenant: Parameters<typeof validate>[1],
  ): void => {
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

export const patchMutants: readonly Mutant[] = [
  {
    id: 'patch-not-stored',
    breaks: 'subscriptions.patch.replace',
    apply: within('patchSubscription', () => ({ storeChanged: () => undefined })),
  },
  {
    id: 'patch-loses-the-description',
    breaks: 'subscriptions.patch.replace',
    apply: within('patchSubscription', ({ patch }) => ({
      patch: (operations, stored) => {
        const patched = patch(operations, stored);
        if (!patched.ok || operations.some(({ path }) => path === '/description')) return patched;
        const { description: _, ...rest } = patched.value;

        return read<SubscriptionRecord>(rest);
      },
    })),
  },
  { id: 'patch-add-ignored', breaks: 'subscriptions.patch.add', apply: ignores(({ op }) => op === 'add') },
  {
    id: 'patch-remove-ignored',
    breaks: 'subscriptions.patch.remove',
    apply: ignores(({ op }) => op === 'remove'),
  },
  { id: 'patch-copy-ignored', breaks: 'subscriptions.patch.copy', apply: ignores(({ op }) => op === 'copy') },
  {
    id: 'patch-copy-moves',
    breaks: 'subscriptions.patch.copy',
    apply: patchWith((operations) =>
      operations.map((step) =>
        step.op === 'copy' && step.from !== '/name' ? { ...step, op: 'move' } : step,
      ),
    ),
  },
  {
    id: 'patch-move-copies',
    breaks: 'subscriptions.patch.move',
    apply: patchWith((operations) =>
      operations.map((step) => (step.op === 'move' ? { ...step, op: 'copy' } : step)),
    ),
  },
  {
    id: 'patch-carries-out-the-first-only',
    breaks: 'subscriptions.patch.several',
    apply: patchWith((operations) => operations.slice(0, 1)),
  },
  {
    id: 'patch-carries-out-in-reverse',
    breaks: 'subscriptions.patch.several',
    apply: patchWith((operations) => operations.toReversed()),
  },
  { id: 'patch-nested-path-ignored', breaks: 'subscriptions.patch.nested', apply: ignores(isNested) },
  {
    id: 'patch-nested-path-resets-neighbours',
    breaks: 'subscriptions.patch.nested',
    apply: within('patchSubscription', ({ patch }) => ({
      patch: (operations, stored) => {
        const patched = patch(operations, stored);
        if (!patched.ok || !patched.value.httpConfig || !operations.some(isNested)) return patched;

        return read({
          ...patched.value,
          httpConfig: { ...patched.value.httpConfig, httpDispatchMode: 'DYNAMIC' },
        });
      },
    })),
  },
  {
    id: 'patch-refuses-booleans',
    breaks: 'subscriptions.patch.enabled',
    apply: ({ seams }) => {
      const { bodyProblems } = seams;
      seams.bodyProblems = (operation, body) =>
        operation === 'patchSubscription' && /"value":(true|false)/.test(JSON.stringify(body))
          ? [{ field: '[0].value', text: 'a boolean is not supported' }]
          : bodyProblems(operation, body);
    },
  },
  {
    id: 'patch-of-enabled-ignored',
    breaks: 'subscriptions.patch.enabled',
    apply: ignores(({ path }) => path === '/enabled'),
  },
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
    id: 'patch-answers-the-url-as-it-was',
    breaks: 'subscriptions.patch.nested',
    apply: changeRecords({ operation: 'patchSubscription', status: 200 }, (record) => ({
      ...record,
      ...(record.httpConfig !== undefined && {
        httpConfig: { ...(record.httpConfig as object), url: 'http://127.0.0.1:9/as-it-was' },
      }),
    })),
  },
  {
    id: 'patch-takes-what-is-not-patchable',
    breaks: 'subscriptions.patch.immutable',
    apply: overlook('patchSubscription', ({ text }) => text.includes('not patchable')),
  },
];
