import { read } from '../../call.ts';
import type { SubscriptionRecord } from '../../records.ts';
import type { PatchOperation } from '../../subscriptions/patch.ts';
import { changeRecords, within } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Hands other operations on than those that came. */
const patchWith = (change: (operations: readonly PatchOperation[]) => readonly PatchOperation[]): Apply =>
  within('patchSubscription', ({ patch }) => ({
    patch: (operations, stored) => patch(change(operations), stored),
  }));

const ignores = (ignored: (operation: PatchOperation) => boolean): Apply =>
  patchWith((operations) => operations.filter((operation) => !ignored(operation)));

const isNested = ({ path }: PatchOperation): boolean => path.split('/').length > 2;

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
      operations.map((step) => (step.op === 'copy' ? { ...step, op: 'move' } : step)),
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
    id: 'patch-answers-the-url-as-it-was',
    breaks: 'subscriptions.patch.nested',
    apply: changeRecords({ operation: 'patchSubscription', status: 200 }, (record) => ({
      ...record,
      ...(record.httpConfig !== undefined && {
        httpConfig: { ...(record.httpConfig as object), url: 'http://127.0.0.1:9/as-it-was' },
      }),
    })),
  },
];
