import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../reports/own-folder.ts';
import { runProgram } from './testing/run-program.ts';

const subscriber = ['--scenario', 'subscriber', '--url', 'http://127.0.0.1:9/'];

for (const [what, args, message] of [
  ['no scenario', [], 'Whose capacity?'],
  ['two scenarios', ['--scenario', 'subscriber,dispatch-latency'], 'One at a time'],
  ['an unknown scenario', ['--scenario', 'subscribr'], 'Did you mean subscriber?'],
  ['a tenant that nobody named', ['--scenario', 'dispatch-latency'], 'ISC_TARGET is not set'],
  ['a subscriber without an address', ['--scenario', 'subscriber'], '--url http://127.0.0.1:8080/hook'],
  [
    "somebody else's subscriber",
    ['--scenario', 'subscriber', '--url', 'https://hooks.example.com/isc'],
    '--i-own-this-endpoint hooks.example.com',
  ],
  ['two modes', [...subscriber, '--mode', 'SYNC,ASYNC'], '--mode takes one'],
  [
    'a mode that its trigger does not take',
    [...subscriber, '--trigger', 'idn:identity-created', '--mode', 'SYNC'],
    'type FIRE_AND_FORGET',
  ],
  ['a trigger that there is not', [...subscriber, '--trigger', 'idn:nothing'], 'no documented trigger'],
  ['a demand of none', [...subscriber, '--events-per-day', '0'], 'above 0'],
  ['a factor of nothing', [...subscriber, '--peak-factor', '3'], '--events-per-day N'],
  ['a demand below none', [...subscriber, '--events-per-day', '-5'], 'above 0'],
  ['a day that is said twice', [...subscriber, '--events-per-day', '9', '--demand', 'quiet.csv'], 'both say'],
  ['a burst without a time', [...subscriber, '--burst', '50000'], '50000/10m'],
  ['a burst of none', [...subscriber, '--burst', '0/10m'], '50000/10m'],
  ['a burst below none', [...subscriber, '--burst', '-5/10m'], '50000/10m'],
  ['no API call for an event', [...subscriber, '--api-calls-per-event', '0'], 'above 0'],
  ['a first rate below none', [...subscriber, '--rate', '-1'], 'above 0'],
  ['one step', [...subscriber, '--steps', '1'], 'whole number from 2 to 50'],
  ['an empty past', [...subscriber, '--demand', 'empty.csv'], 'empty.csv has 0 rows'],
  ['a past that is not there', [...subscriber, '--demand', 'none.csv'], 'none.csv cannot be read: ENOENT'],
  ['a past without events', [...subscriber, '--demand', 'quiet.csv'], 'no event in any row'],
  ['a past with another header', [...subscriber, '--demand', 'other.csv'], 'must be the header time,count'],
  ['a folder that is not there', ['--from', 'gone'], 'gone holds no steps'],
  ['a run without steps', ['--from', '.'], 'holds no steps'],
  ['a run to resume that is none', [...subscriber, '--resume', '.'], 'holds no steps'],
] as const)
  test(`${what} is told in a sentence, and ends with 2`, async () => {
    using own = ownFolder();
    writeFileSync(join(own.path, 'empty.csv'), '');
    writeFileSync(
      join(own.path, 'quiet.csv'),
      `time,count\n${[1, 2, 3].map((hour) => `2026-11-25T0${hour}:00:00Z,0\n`).join('')}`,
    );
    writeFileSync(join(own.path, 'other.csv'), 'when;events\n1;2\n2;3\n3;4\n');
    const { code, output } = await runProgram(['capacity', ...args], {
      cwd: own.path,
      env: { K6_BIN: 'false' },
    });

    expect(code).toBe(2);
    expect(output).toContain(message);
    expect(output).not.toMatch(/^\s+at /m);
  });
