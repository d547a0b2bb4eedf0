import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { apiVersions } from '../../../contracts/versions.ts';
import { openApiDrift } from './openapi-drift.ts';

const folder = new URL('../../../../shared/reference/openapi/', import.meta.url);

test.describe("beside the vendor's descriptions", () => {
  test.skip(!existsSync(folder), "the vendor's descriptions are not at ../shared/reference/openapi");
  const read = (version: string) => readFileSync(new URL(`event-triggers.${version}.json`, folder), 'utf8');

  for (const version of apiVersions) {
    test(`the contract of ${version} is what the vendor says`, () => {
      expect(openApiDrift(JSON.parse(read(version)))).toEqual({ version, drift: [] });
    });
  }

  test('an operation, a status, a member and a limit that changed are told with what breaks first', () => {
    const changed = JSON.parse(
      read('beta')
        .replaceAll('"maximum": 250', '"maximum": 100')
        .replaceAll('"triggerName"', '"titleOfTrigger"'),
    );
    delete changed.paths['/triggers'].get.responses['429'];
    delete changed.paths['/trigger-subscriptions/validate-filter'];

    const drift = openApiDrift(changed)?.drift ?? [];

    expect(
      drift.map(
        ({ change, subject, place, breaking }) =>
          `${breaking ? '!' : ' '} ${change} ${subject.id} ${place ?? ''}`,
      ),
    ).toEqual(
      expect.arrayContaining([
        '! went testSubscriptionFilter ',
        '! went listTriggers 429',
        '! changed listTriggers parameters limit',
        '! went listSubscriptions 200 [].triggerName',
        '  came listSubscriptions 200 [].titleOfTrigger',
      ]),
    );
    expect(drift.findIndex(({ breaking }) => !breaking)).toBeGreaterThan(
      drift.findLastIndex(({ breaking }) => breaking),
    );
  });
});

test('a description of another API is none of ours', () => {
  expect(
    openApiDrift({ openapi: '3.0.1', paths: { '/pets': { get: { operationId: 'listPets' } } } }),
  ).toBeUndefined();
  expect(openApiDrift('text')).toBeUndefined();
});
