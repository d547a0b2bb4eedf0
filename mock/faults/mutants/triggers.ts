import { changeBody, changeRecords } from '../change.ts';
import { changeDispatch } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

const listed = { operation: 'listTriggers', status: 200 } as const;

const without =
  (id: string): Apply =>
  ({ store }) => {
    store.triggers.remove(id);
  };

export const triggerMutants: readonly Mutant[] = [
  {
    id: 'no-trigger-is-listed',
    breaks: 'triggers.list',
    apply: changeBody(listed, () => []),
  },
  {
    id: 'catalogue-lacks-a-trigger',
    breaks: 'triggers.catalogue',
    apply: without('idn:va-cluster-status-change'),
  },
  {
    id: 'catalogue-lacks-a-request-response-trigger',
    breaks: 'triggers.catalogue',
    apply: without('idn:access-request-pre-approval'),
  },
  {
    id: 'trigger-of-the-wrong-type',
    breaks: 'triggers.type',
    apply: changeRecords(listed, (trigger) =>
      trigger.id === 'idn:source-deleted' ? { ...trigger, type: 'REQUEST_RESPONSE' } : trigger,
    ),
  },
  {
    id: 'pre-approval-is-fire-and-forget',
    breaks: 'triggers.type',
    apply: changeRecords(listed, (trigger) =>
      trigger.id === 'idn:access-request-pre-approval' ? { ...trigger, type: 'FIRE_AND_FORGET' } : trigger,
    ),
  },
  {
    id: 'trigger-listed-twice',
    breaks: 'triggers.unique',
    apply: changeBody(listed, (body) => {
      const triggers = body as readonly unknown[];

      return triggers.length < 3 ? triggers : [...triggers.slice(0, -1), triggers[0]];
    }),
  },
  {
    id: 'input-schema-is-an-object',
    breaks: 'triggers.input-schema',
    apply: changeRecords(listed, (trigger) => ({
      ...trigger,
      inputSchema: JSON.parse(String(trigger.inputSchema)),
    })),
  },
  {
    id: 'input-schema-is-cut-off',
    breaks: 'triggers.input-schema',
    apply: changeRecords(listed, (trigger) => ({
      ...trigger,
      inputSchema: String(trigger.inputSchema).slice(0, -1),
    })),
  },
  {
    id: 'output-schema-is-no-json',
    breaks: 'triggers.output-schema',
    apply: changeRecords(listed, (trigger) => ({
      ...trigger,
      outputSchema: trigger.outputSchema && 'object',
    })),
  },
  {
    id: 'sample-input-gains-the-metadata-of-an-event',
    breaks: 'triggers.list',
    apply: changeDispatch(({ envelope }) => ({
      envelope: (mode, event) => {
        const sent = envelope(mode, event);
        if ('_metadata' in sent) Object.assign(Object(event.input), { _metadata: sent._metadata });

        return sent;
      },
    })),
  },
];
