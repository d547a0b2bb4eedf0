import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import { createControl } from './control.ts';
import { httpDispatcher } from './dispatch/http-dispatcher.ts';
import { createSender, type Reach } from './dispatch/sender.ts';
import type { Client } from './plugins/clients.ts';
import { createTenant, type Tenant, type TenantOptions } from './tenant.ts';

export type MockOptions = TenantOptions &
  Readonly<{
    /** Port of the API on loopback; 0, the default, takes a free one. */
    port?: number;
    /** Port of the control plane on loopback; 0, the default, takes a free one. */
    controlPort?: number;
    /** Which subscribers events are sent to; default `loopback`. No matter where a dispatcher is given. */
    reach?: Reach;
  }>;

type Credentials = Readonly<Pick<Client, 'clientId' | 'clientSecret'>>;

/** A tenant that listens. */
export type RunningMock = Readonly<{
  /** Base without version: `http://127.0.0.1:PORT`. */
  url: string;
  clients: Readonly<Record<'full' | 'readonly' | 'noscope', Credentials>>;
  /** A token that was good an hour ago. */
  expiredToken: string;
  /** Base of the control plane. */
  control: string;
  tenant: Tenant;
  close: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
}>;

const loopback = '127.0.0.1';

/** Starts a tenant and its control plane. Rejects where a port is taken. */
export const startMock = async ({
  port = 0,
  controlPort = 0,
  reach = 'loopback',
  ...options
}: MockOptions): Promise<RunningMock> => {
  const sender = createSender(reach);
  const tenant = createTenant({ dispatcher: httpDispatcher(sender.send), ...options });
  const api = createApp(tenant);
  const control = createControl(tenant);
  const close = async (): Promise<void> => {
    await Promise.all([api.close(), control.close(), tenant.dispatcher.close()]);
    await sender.close();
  };

  try {
    const [url, controlUrl, expired] = await Promise.all([
      listen(api, port),
      listen(control, controlPort),
      tenant.tokens.issue(tenant.clients.full, -3600),
    ]);

    tenant.address = url;

    return {
      url,
      clients: {
        full: credentials(tenant.clients.full),
        readonly: credentials(tenant.clients.readonly),
        noscope: credentials(tenant.clients.noscope),
      },
      expiredToken: expired.access_token,
      control: controlUrl,
      tenant,
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const listen = async (app: FastifyInstance, port: number): Promise<string> => {
  await app.listen({ host: loopback, port });

  return `http://${loopback}:${(app.server.address() as AddressInfo).port}`;
};

const credentials = ({ clientId, clientSecret }: Client): Credentials => ({ clientId, clientSecret });
