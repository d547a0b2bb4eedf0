import type { TestTenant } from '../../test-tenant.ts';

/** Sends requests in their order. */
export type Speak = (tenant: TestTenant) => Promise<void>;
