import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clauses } from '../../contracts/clauses/index.ts';
import { statements } from '../../contracts/documented/index.ts';
import { listSpecs } from '../../gate/listed-specs.ts';
import { mutants, variants } from '../../mock/faults/index.ts';
import { clausesPage } from './clauses-page.ts';

/** Writes the pages of docs/ that are made from the code; with `--check` it only says whether they are current. */
const page = new URL('../../docs/clauses.md', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'isc-triggers-docs-'));
try {
  const run = {
    id: 'docs',
    folder,
    versions: ['beta'],
    mode: 'judge',
    quiet: true,
    workers: 1,
    select: [],
    mutants: [],
  } as const;
  const specs = await listSpecs(run, { cwd: process.cwd(), env: process.env });
  const text = clausesPage({ clauses, specs, mutants, variants, statements });
  const isCurrent = existsSync(page) && readFileSync(page, 'utf8') === text;
  if (!process.argv.includes('--check')) writeFileSync(page, text);
  else if (!isCurrent) {
    process.stderr.write('docs/clauses.md is not what the specs give now. Run: npm run generate\n');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
