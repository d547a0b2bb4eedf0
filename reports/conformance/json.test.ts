import { expect, test } from '@playwright/test';
import { renderJson } from './json.ts';
import { brokenRecord, sampleRecord, sampleReport, skippedRecord } from './samples.ts';

test('gives the same bytes in whichever order the specs ended', () => {
  const records = [sampleRecord(), brokenRecord(), skippedRecord()];

  expect(renderJson(sampleReport(records.toReversed()))).toBe(renderJson(sampleReport(records)));
});

test('has the fields that every file of a run has, first', () => {
  const json: unknown = JSON.parse(renderJson(sampleReport([sampleRecord()])));

  expect(Object.keys(json ?? {}).slice(0, 5)).toEqual(['schemaVersion', 'tool', 'run', 'target', 'verdict']);
  expect(json).toMatchObject({
    schemaVersion: 1,
    tool: { name: 'isc-triggers', version: '1.0.0' },
    run: { id: '8f3c1d', started: '2026-01-01T00:00:00Z', seconds: 11.84 },
    target: { kind: 'tenant', host: 'example-sb.api.identitynow.com', apiVersions: ['beta'] },
    verdict: 'PASS',
  });
});

test('prints nothing for nothing', () => {
  expect(renderJson(sampleReport([sampleRecord(), brokenRecord(), skippedRecord()]))).not.toContain('null');
});
