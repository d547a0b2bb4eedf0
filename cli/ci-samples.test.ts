import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { ownFolder } from '../reports/own-folder.ts';
import { pipelineProblems } from './testing/declarative-pipeline.ts';

const guide = ['ci/README.md', 'health.md']
  .map((page) => readFileSync(new URL(`../docs/${page}`, import.meta.url), 'utf8'))
  .join('\n');
const samples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const jenkinsfile = guide.match(/```groovy\n([\s\S]*?)```/)?.[1] ?? '';
const gitlabPipeline = samples.find((each) => each.includes('CI_PIPELINE_SOURCE')) ?? '';
const hasGit = spawnSync('git', ['--version']).status === 0;
const hasActionlint = spawnSync('actionlint', ['-version']).status === 0;

test('every sample of a pipeline in YAML can be read', () => {
  expect(samples.length).toBeGreaterThanOrEqual(2);
  for (const sample of samples) expect(Object.keys(parse(sample)).length).toBeGreaterThan(0);
});

test('every command of a sample is one that there is, with options that it has', () => {
  const used = [
    ...guide.matchAll(/npx isc-triggers ([a-z]+(?: (?:check|test|acknowledge)\b)?)([^\n|&>'`]*)/g),
  ];
  const commands = new Map<string, Set<string>>();
  for (const [, name = '', words = ''] of used)
    commands.set(name, new Set([...(commands.get(name) ?? []), ...(words.match(/--[a-z-]+/g) ?? [])]));

  expect([...commands.keys()]).toEqual(expect.arrayContaining(['gate', 'filter test', 'subscriber check']));
  for (const [name, options] of commands) {
    const help = execFileSync('node', ['bin/isc-triggers.js', ...name.split(' '), '--help'], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      encoding: 'utf8',
    });

    expect(help).toContain(`isc-triggers ${name}`);
    for (const option of options) expect(help, name).toContain(option);
  }
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

/** What GitLab's own schema, which comes with gitlab-ci-local, finds wrong in a pipeline. */
const gitlabProblems = (pipeline: string): string => {
  using own = ownFolder();
  mkdirSync(own.path, { recursive: true });
  writeFileSync(join(own.path, '.gitlab-ci.yml'), pipeline);
  spawnSync('git', ['init', '--quiet'], { cwd: own.path });
  // It uses this of Node 22; the suite is tested on Node 20, too.
  const union = 'Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };';
  const { status, stderr } = spawnSync(
    'node',
    ['--import', `data:text/javascript,${encodeURIComponent(union)}`, checker, '--list'],
    { cwd: own.path, encoding: 'utf8' },
  );
  if (status === 0 && stderr.includes('json schema validated')) return '';

  return stderr.slice(Math.max(0, stderr.indexOf('Invalid .gitlab-ci.yml')));
};

const checker = fileURLToPath(new URL('../node_modules/gitlab-ci-local/dist/index.js', import.meta.url));

test("the pipeline of GitLab CI satisfies GitLab's own schema", () => {
  test.skip(!hasGit, 'git is not on the PATH');

  expect(gitlabProblems(gitlabPipeline)).toBe('');
});

for (const [what, wrong] of [
  ['a word that GitLab does not know', gitlabPipeline.replace('resource_group', 'resourcegroup')],
  ['a value that it does not take', gitlabPipeline.replace('when: always', 'when: ever')],
] as const)
  test(`${what} is found in a pipeline of GitLab CI`, () => {
    test.skip(!hasGit, 'git is not on the PATH');

    expect(gitlabProblems(wrong)).toContain('Invalid .gitlab-ci.yml');
  });

test('the Jenkinsfile has the structure of a declarative pipeline', () => {
  expect(pipelineProblems(jenkinsfile)).toEqual([]);
});

for (const [what, wrong, told] of [
  ['a section that there is not', jenkinsfile.replace('options {', 'option {'), 'option" has no place'],
  ['a stage without steps', jenkinsfile.replace('steps {', 'step {'), 'one of steps'],
  ['no agent', jenkinsfile.replace(/agent .*/, ''), '"agent" is missing'],
  ['a condition that there is not', jenkinsfile.replace('always {', 'ever {'), '"ever" has no place'],
] as const)
  test(`${what} is found in a Jenkinsfile`, () => {
    expect(pipelineProblems(wrong).join('\n')).toContain(told);
  });

test('a brace too few is found in a Jenkinsfile', () => {
  expect(() => pipelineProblems(jenkinsfile.trimEnd().slice(0, -1))).toThrow('pipeline is not closed');
});
