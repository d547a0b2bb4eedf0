import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { Ajv } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { runProgram } from '../../cli/testing/run-program.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { ownK6 } from '../known-answers/run.ts';

const schemaFile = fileURLToPath(
  new URL('../../../shared/reference/k6-operator/testrun.schema.json', import.meta.url),
);

type Manifest = Readonly<{
  kind: string;
  metadata: Readonly<{ name: string }>;
  data?: Readonly<Record<string, string>>;
  spec?: Readonly<{ parallelism?: number; args?: readonly string[]; script?: unknown }>;
}>;

const written = async (folder: string, args: readonly string[] = []) => {
  const target = join(folder, 'pods');
  const { code, output } = await runProgram(['load', '--kubernetes', target, ...args], { cwd: folder });
  const manifests: readonly Manifest[] = existsSync(target)
    ? readdirSync(target)
        .filter((name) => name.endsWith('.yaml'))
        .flatMap((name) => parseAllDocuments(readFileSync(join(target, name), 'utf8')))
        .map((document) => document.toJSON())
    : [];

  return {
    code,
    output,
    target,
    manifests,
    of: (kind: string) => manifests.filter((each) => each.kind === kind),
  };
};

const subscriber = ['--scenario', 'subscriber', '--url', 'http://127.0.0.1:9/hook', '--mode', 'SYNC'];

/** The schema as a server that checks strictly takes it: what it does not name is refused. */
const strict = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, strict(value)]));

  return 'properties' in members && !('additionalProperties' in members)
    ? { ...members, additionalProperties: false }
    : members;
};

for (const [name, args] of [
  ['dispatch-latency', ['--segments', '4', '--rate', '400']],
  ['subscriber', subscriber],
] as const)
  test(`the manifests of ${name} are such as the operator takes`, async () => {
    test.skip(!existsSync(schemaFile), `${schemaFile} is not there`);
    using own = ownFolder();
    const { code, of } = await written(own.path, args);
    const [testRun] = of('TestRun');
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.validate(Object(strict(JSON.parse(readFileSync(schemaFile, 'utf8')))), testRun);

    expect(code).toBe(0);
    expect(ajv.errors).toBeNull();
    expect(testRun?.metadata.name).toMatch(/^[a-z0-9-]{1,51}$/);
  });

test('all that a run needs in the cluster is in its manifests, under one name', async () => {
  using own = ownFolder();
  const { manifests, of } = await written(own.path, ['--segments', '2', '--rate', '100']);
  const [testRun] = of('TestRun');
  const text = JSON.stringify(testRun);

  expect(testRun?.spec).toMatchObject({ parallelism: 2 });
  for (const { kind, metadata } of manifests) {
    expect(metadata.name.startsWith(testRun?.metadata.name ?? '-')).toBe(true);
    if (kind === 'ConfigMap' || kind === 'PersistentVolumeClaim')
      expect(text).toContain(`"${metadata.name}"`);
  }
  expect(text).not.toMatch(/:latest|restartPolicy|backoffLimit/);
});

test('k6 reads the script from one folder, as the operator mounts it', async () => {
  const k6 = ownK6();
  test.skip(k6 === undefined, 'no k6 is installed or built: npx isc-triggers load builds it');
  using own = ownFolder();
  const { of } = await written(own.path, subscriber);
  const folder = join(own.path, 'test');
  mkdirSync(folder);
  for (const { data = {} } of of('ConfigMap'))
    for (const [key, text] of Object.entries(data)) {
      expect(key).toMatch(/^[-._a-zA-Z0-9]+$/);
      writeFileSync(join(folder, key), text);
    }
  const { stderr, status } = spawnSync(
    k6 ?? '',
    [
      'inspect',
      '-e',
      `ISC_LOAD_PLAN=${join(folder, 'plan.json')}`,
      join(folder, 'load__scenarios__subscriber.ts'),
    ],
    { encoding: 'utf8', timeout: 30_000 },
  );

  expect(stderr).toBe('');
  expect(status).toBe(0);
});

for (const [words, args, told] of [
  ['a scenario that cannot be split', ['--scenario', 'pagination'], 'one scenario whose events can be split'],
  ['more runners than events', ['--rate', '2', '--segments', '3'], 'a runner would have nothing to do'],
  ['modes that need several runs', ['--mode', 'SYNC,ASYNC,DYNAMIC'], 'takes 2 runs one after the other'],
  ['a workload longer than a token', ['--workload', 'soak'], 'pods have one token'],
  [
    'callbacks that would reach nobody',
    [...subscriber.slice(0, -1), 'ASYNC'],
    'say at which address with ISC_SUBSCRIBER_URL',
  ],
] as const)
  test(`${words}: refused before anything is written`, async () => {
    using own = ownFolder();
    const { code, output, manifests } = await written(own.path, args);

    expect(code).toBe(2);
    expect(output).toContain(told);
    expect(manifests).toEqual([]);
  });

test('manifests do not go on top of others', async () => {
  using own = ownFolder();
  await written(own.path);

  const { code, output } = await written(own.path);

  expect(code).toBe(2);
  expect(output).toContain('is not empty');
});
