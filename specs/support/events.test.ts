import { expect, test } from '@playwright/test';
import { triggers } from '../../contracts/triggers/index.ts';
import { triggerInputIssues } from '../../contracts/validators/index.ts';
import { compile } from '../../filters/compile.ts';
import { matches } from '../../filters/read.ts';
import { createEvents } from './events.ts';

const events = createEvents(async () => new Map(triggers.map(({ id, sampleInput }) => [id, sampleInput])));

for (const { id } of triggers) {
  test(`an event of ${id} fits its schema and is told from another`, async () => {
    const [one, other] = [await events.of(id, 'one'), await events.of(id, 'other')];
    const compiled = compile(one.filter);

    expect(triggerInputIssues(id, one.input)).toEqual([]);
    expect([one.isIn(one.input), one.isIn(other.input), one.isIn(undefined)]).toEqual([true, false, false]);
    expect(compiled.ok && [one, other].map(({ input }) => matches(compiled.path, input))).toEqual([
      true,
      false,
    ]);
  });
}
