import type { Statement } from './statement.ts';

/** Triggers, and how many subscriptions they take. */
export const triggerStatements: readonly Statement[] = [
  {
    topic: 'triggers',
    says: 'Two triggers expect a response and take one subscription each.',
    found: 'Type REQUEST_RESPONSE, at most',
    clauses: ['subscriptions.limit.request-response', 'triggers.type'],
  },
  {
    topic: 'triggers',
    says: 'The others expect none and take 50 subscriptions each.',
    found: 'Type FIRE_AND_FORGET, at most',
    clauses: [
      'subscriptions.limit.fire-and-forget',
      'subscriptions.limit.fire-and-forget.reached',
      'subscriptions.limit.freed',
      'subscriptions.limit.concurrent',
      'triggers.type',
    ],
  },
  {
    topic: 'triggers',
    says: 'Twenty triggers are in production.',
    found: 'These 20 are the production set',
    clauses: ['triggers.catalogue', 'triggers.unique'],
  },
  {
    topic: 'triggers',
    says: 'A tenant may offer more triggers.',
    found: 'Other ids seen',
    noClause: 'It is what a tenant may do, and no promise: variants do it.',
  },
  {
    topic: 'triggers',
    says: 'Schemas of events are JSON Schemas, serialised.',
    found: 'are JSON Schemas **serialised',
    clauses: ['triggers.input-schema', 'triggers.output-schema'],
  },
  {
    topic: 'triggers',
    says: 'The two outputs have documented members.',
    found: 'REQUEST_RESPONSE outputs',
    noClause: 'It is what a subscriber owes, and no tenant.',
  },
  {
    topic: 'dispatch',
    says: 'The 51st subscription, or the second, is refused.',
    found: 'The 51st (or second) subscription',
    clauses: ['subscriptions.limit.fire-and-forget', 'subscriptions.limit.request-response'],
  },
];
