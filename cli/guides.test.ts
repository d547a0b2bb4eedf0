import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { startProcess } from './testing/run-program.ts';
import { type Workplace, workplace } from './testing/workplace.ts';

// Every guide, from top to bottom, as its reader goes through it.

test.setTimeout(600_000);

const folder = fileURLToPath(new URL('../docs/guides', import.meta.url));
const program = fileURLToPath(new URL('../bin/isc-triggers.js', import.meta.url));
const { K6_BIN } = process.env;

type Line = Readonly<{
  command: string;
  /** What it may end with; none for one that takes minutes, whose options alone are looked at. */
  codes: readonly number[];
}>;

const guides = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

test('there is a guide for each of the four users, and the README leads to it', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

  expect(guides.map(({ name }) => name)).toEqual([
    'capacity-planner.md',
    'integration-developer.md',
    'release-engineer.md',
    'tenant-owner.md',
  ]);
  for (const { name } of guides) expect(readme).toContain(`docs/guides/${name}`);
});

test('every page and file that a guide leads to is there', () => {
  const links = guides.flatMap(({ text }) =>
    [...text.matchAll(/\]\((\.\.[^)#]*)/g)].map(([, to = '']) => to),
  );

  expect(links.length).toBeGreaterThan(8);
  for (const to of links) expect(() => readdirOrFile(join(folder, to))).not.toThrow();
});

for (const { name, text } of guides)
  test(`docs/guides/${name} works from top to bottom`, async () => {
    using place = workplace();
    const port = await freePort();
    const files = filesOf(text).map(([file, content]) => [file, content.replaceAll('8080', port)] as const);
    for (const [file, content] of files) writeFileSync(join(place.cwd, file), content);
    const hooks = files.some(([file]) => file === 'hook.mjs')
      ? [startProcess(process.execPath, ['hook.mjs'], { cwd: place.cwd })]
      : [];
    try {
      for (const { command, codes } of linesOf(text)) {
        const line = command.replaceAll('8080', port).replace('FINGERPRINT', () => fingerprintIn(place));
        if (codes.length === 0 || (command.includes(' load ') && K6_BIN === undefined))
          await expectOptions(line, place);
        else {
          const { code, output } = await run(line, place);
          expect(codes, `${line}\n${output}`).toContain(code);
        }
      }
    } finally {
      for (const hook of hooks) hook.signal('SIGTERM');
      await Promise.all(hooks.map(({ ended }) => ended));
    }
  });

/** Blocks that a reader keeps as files: their fence names the file. */
const filesOf = (text: string): readonly (readonly [file: string, content: string])[] =>
  [...text.matchAll(/```\w+ file=(\S+)\n([\s\S]*?)```/g)].map(([, file = '', content = '']) => [
    file,
    content,
  ]);

/** Lines of shell: the command, and behind `#` what it ends with. */
const linesOf = (text: string): readonly Line[] =>
  [...text.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map((line) => {
      const [, command = '', said = ''] = /^(.*?)\s+# (.*)$/.exec(line.trim()) ?? [];
      const [, first, second] = /\bexit (\d+)(?:, or (\d+))?/.exec(said) ?? [];

      return {
        command,
        codes: [first, second].flatMap((code) => (code === undefined ? [] : [Number(code)])),
      };
    });

const run = (line: string, { cwd }: Workplace) =>
  startProcess('sh', ['-c', line.replace('npx isc-triggers', `'${process.execPath}' '${program}'`)], {
    cwd,
    env: K6_BIN === undefined ? {} : { K6_BIN },
  }).ended;

/** Each option of a command stands in its help. */
const expectOptions = async (line: string, place: Workplace): Promise<void> => {
  const [, words = ''] = /npx isc-triggers ((?:[a-z]+ ?)+)/.exec(line) ?? [];
  const { stdout } = await run(`npx isc-triggers ${words} --help`, place);
  const options = line.match(/--[a-z][a-z-]*/g) ?? [];

  expect(options.length).toBeGreaterThan(0);
  for (const option of options) expect(stdout).toMatch(new RegExp(`^ +${option}\\b`, 'm'));
};

const fingerprintIn = ({ cwd }: Workplace): string =>
  JSON.parse(readFileSync(join(cwd, 'results/latest/health.json'), 'utf8')).findings[0].fingerprint;

const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === 'object' ? address?.port : '')));
    });
  });

const readdirOrFile = (path: string): unknown =>
  path.endsWith('.md') ? readFileSync(path) : readdirSync(path);
