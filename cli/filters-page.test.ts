import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

const page = readFileSync(new URL('../docs/filters.md', import.meta.url), 'utf8');
const [, testFile = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
const shown = [...page.matchAll(/```\n\$ npx isc-triggers (.*)\n([\s\S]*?)```/g)].map(
  ([, line = '', output = '']) => ({ line, output }),
);

test('docs/filters.md shows every one of the four commands', () => {
  const names = new Set(shown.map(({ line }) => line.split(' ')[1]));

  expect(names).toEqual(new Set(['check', 'eval', 'explain', 'test']));
});

for (const { line, output } of shown) {
  test(`docs/filters.md shows what ${line} says`, async () => {
    using place = workplace();
    writeFileSync(join(place.cwd, 'filters.yaml'), testFile);
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

    const { stdout } = await runProgram(words, { cwd: place.cwd });

    expect(stdout.trimEnd()).toBe(output.trimEnd());
  });
}
