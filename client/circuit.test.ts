import { expect, test } from '@playwright/test';
import { createCircuit } from './circuit.ts';
import { TenantGoneError, TransportError } from './errors.ts';

const failure = new TransportError('timeout', 'GET /beta/triggers: no answer.');

test('opens after so many failures in a row, and tells of the last', () => {
  const circuit = createCircuit({ after: 3 });

  circuit.failed(failure);
  circuit.failed(failure);
  circuit.check();
  circuit.failed(failure);

  expect(circuit.check).toThrow(TenantGoneError);
  expect(circuit.check).toThrow(/3 requests in a row failed.*no answer/);
});

test('counts anew after an answer', () => {
  const circuit = createCircuit({ after: 2 });

  circuit.failed(failure);
  circuit.succeeded();
  circuit.failed(failure);

  expect(circuit.check).not.toThrow();
});
