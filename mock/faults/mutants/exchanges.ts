import {
  changeBody,
  changeHeader,
  changeRecords,
  changeReply,
  changeStatus,
  dropHeader,
  omit,
} from '../change.ts';
import type { Mutant } from '../mutant.ts';

export const exchangeMutants: readonly Mutant[] = [
  {
    id: 'delete-announces-a-body',
    breaks: 'exchange.no-content',
    apply: changeHeader({ operation: 'deleteSubscription', status: 204 }, 'Content-Length', '2'),
  },
  {
    id: 'list-triggers-answered-206',
    breaks: 'exchange.status',
    apply: changeStatus({ operation: 'listTriggers', status: 200 }, 206),
  },
  {
    id: 'create-answered-200',
    breaks: 'exchange.status',
    apply: changeStatus({ operation: 'createSubscription', status: 201 }, 200),
  },
  {
    id: 'update-answered-202',
    breaks: 'exchange.status',
    apply: changeStatus({ operation: 'updateSubscription', status: 200 }, 202),
  },
  {
    id: 'patch-answered-204',
    breaks: 'exchange.status',
    apply: changeReply({ operation: 'patchSubscription', status: 200 }, ({ headers }) => ({
      status: 204,
      headers,
    })),
  },
  {
    id: 'delete-answered-200-with-a-body',
    breaks: 'exchange.status',
    apply: changeReply({ operation: 'deleteSubscription', status: 204 }, (reply) => ({
      ...reply,
      status: 200,
      body: {},
    })),
  },
  {
    id: 'lists-are-plain-text',
    breaks: 'exchange.media-type',
    apply: changeHeader(
      { operation: 'listSubscriptions', status: 200 },
      'Content-Type',
      'text/plain;charset=UTF-8',
    ),
  },
  {
    id: 'created-subscription-without-media-type',
    breaks: 'exchange.media-type',
    apply: dropHeader({ operation: 'createSubscription', status: 201 }, 'Content-Type'),
  },
  {
    id: 'not-found-is-html',
    breaks: 'exchange.media-type',
    apply: changeHeader({ status: 404 }, 'Content-Type', 'text/html'),
  },
  {
    id: 'list-wrapped-in-an-object',
    breaks: 'exchange.body',
    apply: changeBody({ operation: 'listSubscriptions', status: 200 }, (items) => ({ items })),
  },
  {
    id: 'subscription-without-trigger-name',
    breaks: 'exchange.body',
    apply: changeRecords({ operation: 'createSubscription', status: 201 }, (record) =>
      omit(record, 'triggerName'),
    ),
  },
  {
    id: 'listed-subscriptions-without-enabled',
    breaks: 'exchange.body',
    apply: changeRecords({ operation: 'listSubscriptions', status: 200 }, (record) =>
      omit(record, 'enabled'),
    ),
  },
  {
    id: 'enabled-is-a-text',
    breaks: 'exchange.body',
    apply: changeRecords({ operation: 'patchSubscription', status: 200 }, (record) => ({
      ...record,
      enabled: String(record.enabled),
    })),
  },
  {
    id: 'updated-subscription-in-a-list',
    breaks: 'exchange.body',
    apply: changeBody({ operation: 'updateSubscription', status: 200 }, (record) => [record]),
  },
  {
    id: 'trigger-without-name',
    breaks: 'exchange.body',
    apply: changeRecords({ operation: 'listTriggers', status: 200 }, (record) => omit(record, 'name')),
  },
  {
    id: 'second-trigger-without-type',
    breaks: 'exchange.body',
    apply: changeRecords({ operation: 'listTriggers', status: 200 }, (record, index) =>
      index === 1 ? omit(record, 'type') : record,
    ),
  },
  {
    id: 'status-without-created',
    breaks: 'exchange.body',
    apply: changeRecords({ operation: 'listTriggerInvocationStatus', status: 200 }, (record) =>
      omit(record, 'created'),
    ),
  },
  {
    id: 'error-messages-are-a-text',
    breaks: 'exchange.error-body',
    apply: changeBody({ status: 400 }, (body) => ({ ...(body as object), messages: 'wrong' })),
  },
  {
    id: 'error-is-a-list',
    breaks: 'exchange.error-body',
    apply: changeBody({ status: 404 }, (body) => [body]),
  },
  {
    id: 'forbidden-tracking-id-is-a-number',
    breaks: 'exchange.error-body',
    apply: changeBody({ status: 403 }, (body) => ({ ...(body as object), trackingId: 17 })),
  },
  {
    id: 'internal-error-answered-502',
    breaks: 'exchange.internal-error',
    apply: changeStatus({ status: 500 }, 502),
  },
  {
    id: 'internal-error-without-a-body',
    breaks: 'exchange.media-type',
    apply: changeReply({ status: 500 }, ({ status, headers }) => ({ status, headers })),
  },
];
