import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { ownFolder } from '../reports/own-folder.ts';

const guide = ['ci/README.md', 'health.md']
  .map((page) => readFileSync(new URL(`../docs/${page}`, import.meta.url), 'utf8'))
  .join('\n');
const samples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const hasActionlint = spawnSync('actionlint', ['-version']).status === 0;

test('every sample of a pipeline in YAML can be read', () => {
  expect(samples.length).toBeGreaterThanOrEqual(2);
  for (const sample of samples) expect(Object.keys(parse(sample)).length).toBeGreaterThan(0);
});

test('every command of a sample is one that there is', () => {
  const used = [...guide.matchAll(/npx isc-triggers ([a-z]+)/g)].map(([, name]) => name);
  const help = execFileSync('node', ['bin/isc-triggers.js', '--help'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
  });

  for (const name of new Set(used)) expect(help).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
});

for (const [index, sample] of samples.filter((each) => each.includes('runs-on:')).entries()) {
  test(`workflow ${index + 1} of GitHub Actions, with the action in it, satisfies actionlint`, () => {
    test.skip(!hasActionlint, 'actionlint is not on the PATH');
    using own = ownFolder();
    const workflows = join(own.path, '.github/workflows');
    mkdirSync(workflows, { recursive: true });
    mkdirSync(join(own.path, '.git'));
    cpSync(new URL('../action.yml', import.meta.url), join(own.path, 'action.yml'));
    writeFileSync(join(workflows, 'gate.yml'), sample.replace(/OWNER\/isc-triggers@\w+/, './'));

    const { status, stdout } = spawnSync('actionlint', ['-no-color'], { cwd: own.path, encoding: 'utf8' });

    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
}
