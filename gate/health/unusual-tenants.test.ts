import { expect, test } from '@playwright/test';
import { variants } from '../../mock/faults/index.ts';
import { busyTenant } from './testing/busy-tenant.ts';

for (const { id, apply } of variants)
  test(`a tenant that is right in another way (${id}) is read whole, and no error is found on it`, async () => {
    await using tenant = await busyTenant();
    apply(tenant.mock.tenant);

    const { problem } = await tenant.read();
    const errors = (await tenant.findings()).filter(({ severity }) => severity === 'error');

    expect(problem).toBeUndefined();
    // Some of these tenants have other people's filters that cannot be read on them.
    expect(errors.filter((error) => error.id !== 'filter.does-not-compile')).toEqual([]);
  });
