import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { ownK6 } from '../known-answers/run.ts';

const checkout = new URL('../../', import.meta.url);
const scenarios = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => new URL(name, import.meta.url));

/** On these k6 strips types, fails to parse, and strips again, for ever. */
const endless: readonly RegExp[] = [
  /\bimport\b[^;]*\bwith\s*\{/,
  /\bfor\s+await\b/,
  /^\s*(await\s+)?using\s+\w+\s*=/m,
  /^\s*(static\s+)?accessor\s+\w+/m,
  /^\s*@\w+/m,
];

/** k6 has none of them. */
const missing =
  /\b(?:new URL\(|URL\.canParse|(?<!\.)fetch\(|Intl\.|Temporal\.|structuredClone\(|AbortController|AbortSignal|Object\.groupBy|performance\.|Buffer\.|process\.)/;

/** What k6 loads for a file: its imports but those of types alone, theirs included. */
const reached = (file: URL, known = new Set<string>()): ReadonlySet<string> => {
  if (known.has(file.href)) return known;
  known.add(file.href);
  const text = readFileSync(file, 'utf8');
  for (const [, specifier = ''] of text.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'/gm))
    if (specifier.startsWith('.')) reached(new URL(specifier, file), known);
    else expect(specifier, `${pathOf(file.href)} imports a package`).toMatch(/^k6(\/|$)/);

  return known;
};

const pathOf = (href: string): string => relative(fileURLToPath(checkout), fileURLToPath(href));

const code = (href: string): string =>
  readFileSync(new URL(href), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

test('scenarios reach plain data and pure functions only, which k6 can parse and run (FC-060)', () => {
  const files = [...new Set(scenarios.flatMap((file) => [...reached(file)]))];

  expect(files.length).toBeGreaterThan(scenarios.length);
  for (const file of files) {
    const path = pathOf(file);
    expect(path).toMatch(/^(load\/scenarios|load\/support|contracts(?!\/validators|\/generated)|dispatch)\//);
    for (const syntax of endless) expect(code(file), path).not.toMatch(syntax);
    expect(code(file), path).not.toMatch(missing);
  }
});

for (const file of scenarios)
  test(`k6 reads ${pathOf(file.href)}`, () => {
    const k6 = ownK6();
    test.skip(k6 === undefined, 'no k6 is installed or built: npx isc-triggers load builds it');
    const plan = fileURLToPath(new URL('./testing/plan.json', import.meta.url));
    const { status, stderr } = spawnSync(
      k6 ?? '',
      ['inspect', '-e', `ISC_LOAD_PLAN=${plan}`, fileURLToPath(file)],
      {
        encoding: 'utf8',
        timeout: 30_000,
        env: { PATH: process.env.PATH ?? '', K6_NO_USAGE_REPORT: 'true' },
      },
    );

    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
