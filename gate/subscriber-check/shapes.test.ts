import { expect, test } from '@playwright/test';
import { findTrigger, triggers } from '../../contracts/triggers/index.ts';
import { triggerInputIssues } from '../../contracts/validators/index.ts';
import { shapesOf } from './shapes.ts';

test('every shape of every trigger fits what is documented', () => {
  const wrong = triggers.flatMap((trigger) =>
    shapesOf(trigger).flatMap(({ what, input }) =>
      triggerInputIssues(trigger.id, input).map(({ pointer, message }) => [
        trigger.id,
        what,
        pointer,
        message,
      ]),
    ),
  );

  expect(wrong).toEqual([]);
});

test('no shape is the sample, nor another shape', () => {
  for (const trigger of triggers) {
    const all = [trigger.sampleInput, ...shapesOf(trigger).map(({ input }) => input)].map((input) =>
      JSON.stringify(input),
    );
    expect(new Set(all).size).toBe(all.length);
  }
});

test('an access request comes for one and for several, with and without what may be missing', () => {
  const trigger = findTrigger('idn:access-request-dynamic-approver');

  expect(trigger && shapesOf(trigger).map(({ what }) => what)).toEqual([
    'requestedFor as a list of one',
    'requestedFor as a list of ten',
    'optional members left out',
    'optional members null where they may be',
    'names in other letters',
  ]);
});
