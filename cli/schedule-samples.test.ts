import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { ownFolder } from '../reports/own-folder.ts';

// The samples of docs/health.md that run it each night, and keep its history from one to the next.

const page = readFileSync(new URL('../docs/health.md', import.meta.url), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test('systemd finds nothing wrong with the service and its timer, and knows when it is due', () => {
  test.skip(!hasSystemd, 'systemd-analyze is not on the PATH: apt-get install systemd');
  using own = ownFolder();
  const [service = '', timer = ''] = blocks('ini');
  const files = { 'isc-health.service': service, 'isc-health.timer': timer };
  // What it runs has to be there; that npx is, on the machine of its reader, is not asked here.
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(own.path, name), text.replace('/usr/bin/npx', process.execPath));
  const analyze = (...args: readonly string[]) =>
    spawnSync('systemd-analyze', args, { cwd: own.path, encoding: 'utf8' });

  const verified = analyze('verify', '--man=no', ...Object.keys(files).map((name) => join(own.path, name)));
  const [, due = ''] = /^OnCalendar=(.*)$/m.exec(timer) ?? [];

  expect(verified.stderr.split('\n').filter((line) => line.includes('isc-health'))).toEqual([]);
  expect(verified.status).toBe(0);
  expect(analyze('calendar', due)).toMatchObject({ status: 0 });
});

test('the service runs in one folder, whose results keep the history', () => {
  const [service = ''] = blocks('ini');

  expect(service).toMatch(/^WorkingDirectory=\/\S+$/m);
  expect(service).toMatch(
    /^ExecStart=\/usr\/bin\/npx isc-triggers health(?!.*--(?:history|results) ?\/tmp)/m,
  );
});

test('the CronJob keeps nights apart, and writes them to a volume that outlives its pod', () => {
  const jobs = blocks('yaml').map((text) => parse(text));
  const job = jobs.find(({ kind }) => kind === 'CronJob');
  const { template, backoffLimit } = job.spec.jobTemplate.spec;
  const [container] = template.spec.containers;
  const [mount] = container.volumeMounts;
  const volume = template.spec.volumes.find(({ name }: { name: string }) => name === mount.name);

  expect(job).toMatchObject({ apiVersion: 'batch/v1', spec: { concurrencyPolicy: 'Forbid' } });
  expect(job.spec.schedule.split(' ')).toHaveLength(5);
  expect([backoffLimit, template.spec.restartPolicy]).toEqual([0, 'Never']);
  expect(container.command.slice(0, 3)).toEqual(['npx', 'isc-triggers', 'health']);
  expect(container.command.at(container.command.indexOf('--results') + 1)).toBe(mount.mountPath);
  expect(volume.persistentVolumeClaim.claimName).toMatch(/\w/);
  expect(Number.parseInt(container.resources.limits.memory, 10)).toBeGreaterThanOrEqual(256);
});

test('the workflow saves the history that it restores, whatever a night found', () => {
  const workflow = blocks('yaml')
    .map((text) => parse(text))
    .find(({ jobs }) => jobs !== undefined);
  const { steps } = workflow.jobs.health;
  const cached = (action: string) =>
    steps.find(({ uses = '' }: { uses?: string }) => uses.startsWith(`actions/cache/${action}@`));
  const [run] = steps.flatMap(({ run: text = '' }: { run?: string }) =>
    text.includes('isc-triggers health') ? [text] : [],
  );

  expect(cached('save').with).toEqual({
    path: cached('restore').with.path,
    key: cached('restore').with.key,
  });
  expect(cached('save').if).toBe('always()');
  expect(run).toContain(`--history ${cached('restore').with.path}`);
});
