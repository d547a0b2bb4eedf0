import type { FakeSubscriber } from '../../dispatch/fake-subscriber.ts';
import type { TestTenant } from '../../test-tenant.ts';

/** A tenant, and the one who gets what it dispatches. */
export type Line = TestTenant & Pick<FakeSubscriber, 'sent'>;

/** Sends requests in their order. */
export type Speak = (line: Line) => Promise<void>;
