import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { httpEnvelope } from '../dispatch/envelope.ts';
import { sampleEvent } from '../dispatch/fixtures.ts';
import { post } from './test-support.ts';

const program = fileURLToPath(new URL('./main.ts', import.meta.url));

type Running = ChildProcessByStdio<null, Readable, Readable>;

const run = (...options: string[]): Running =>
  spawn(process.execPath, ['--import', 'tsx', program, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });

const firstLine = async ({ stdout }: Running): Promise<Readonly<Record<string, string>>> => {
  const [line] = await once(createInterface(stdout), 'line');

  return JSON.parse(String(line));
};

test('the program answers by a file, and writes down all that happens without a secret', async () => {
  const info = test.info();
  const journal = info.outputPath('journal.jsonl');
  const answers = info.outputPath('answers.json');
  await writeFile(journal, '"there before"\n');
  await writeFile(
    answers,
    JSON.stringify({ '/approve': { body: { approved: true } }, otherwise: { status: 404 } }),
  );
  const program = run('--journal', journal, '--answers', answers);
  const { url, journal: told } = await firstLine(program);

  const before = Date.now();
  const heard = await post(`${url}/approve`, {
    headers: { authorization: 'Bearer CANARY' },
    body: JSON.stringify(httpEnvelope('ASYNC', sampleEvent)),
  });
  const status = (await post(`${url}/other`, { body: 'CANARY' })).status;
  program.kill('SIGTERM');
  await once(program, 'exit');

  expect(told).toBe(journal);
  expect(heard.body).toBe('{"approved":true}');
  expect(status).toBe(404);
  expect(program.exitCode).toBe(0);
  const text = await readFile(journal, 'utf8');
  expect(text).not.toContain('CANARY');
  expect(text).not.toContain('a secret');
  const [there, ...entries] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(there).toBe('there before');
  expect(entries).toMatchObject([
    { kind: 'arrived', number: 1, path: '/approve', invocationId: 'an invocation', json: sampleEvent.input },
    { kind: 'answered', number: 1, status: 200 },
    { kind: 'arrived', number: 2, path: '/other', bodyLength: 6 },
    { kind: 'answered', number: 2, status: 404 },
  ]);
  expect(Math.abs(entries[0].at - before)).toBeLessThan(60_000);
});

for (const [options, message] of [
  [[], '--journal is missing'],
  [['--journal', 'x', '--port', 'http'], '--port http is none'],
] as const) {
  test(`the program refuses ${JSON.stringify(options)} and ends with 2`, async () => {
    const program = run(...options);
    const told: string[] = [];
    program.stderr.on('data', (chunk) => told.push(String(chunk)));
    await once(program, 'close');

    expect(program.exitCode).toBe(2);
    expect(told.join('')).toContain(message);
  });
}
