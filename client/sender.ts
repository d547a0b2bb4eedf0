import type { Circuit } from './circuit.ts';
import { TransportError } from './errors.ts';
import type { WireRequest, WireResponse } from './round-trip.ts';
import type { Transport } from './transport.ts';

export type Send = (request: WireRequest) => Promise<WireResponse>;

/** Sends over a transport as long as the circuit lets it, and tells the circuit what came of it. */
export const sender =
  (transport: Transport, circuit: Circuit): Send =>
  async (request) => {
    circuit.check();
    try {
      const response = await transport.send(request);
      circuit.succeeded();

      return response;
    } catch (error) {
      if (error instanceof TransportError) circuit.failed(error);
      throw error;
    }
  };
