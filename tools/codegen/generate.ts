import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { parse } from 'yaml';
import { ContractError } from '../../contracts/contract-error.ts';
import { checkDialect } from '../../contracts/dialect.ts';

const source = 'contracts/openapi/event-triggers.yaml';
const root = new URL('../../', import.meta.url);

/** What is made from the YAML: the document as JSON, which needs no parser at start-up, and its types. */
const generate = async (yaml: string): Promise<Readonly<Record<string, string>>> => {
  const document: OpenAPI3 = parse(yaml);
  checkDialect(document, source);

  const types = await openapiTS(document, { immutable: true, defaultNonNullable: false });
  const sha256 = createHash('sha256').update(yaml).digest('hex');
  return {
    'contracts/generated/event-triggers.json': `${JSON.stringify({ ...document, 'x-source-sha256': sha256 }, null, 1)}\n`,
    'contracts/generated/event-triggers.ts': `// Made from ${source} by npm run generate.\n\n${astToString(types)}`,
  };
};

const main = async (check: boolean): Promise<void> => {
  const files = Object.entries(await generate(readFileSync(new URL(source, root), 'utf8')));
  const stale = files.filter(([file, text]) => read(file) !== text);

  if (!check) for (const [file, text] of stale) writeFileSync(new URL(file, root), text);
  if (check && stale.length > 0) {
    const names = stale.map(([file]) => file).join(' and ');
    process.stderr.write(`${names}: not what ${source} gives now. Run: npm run generate\n`);
    process.exitCode = 1;
  }
};

const read = (file: string): string | undefined => {
  try {
    return readFileSync(new URL(file, root), 'utf8');
  } catch {
    return undefined;
  }
};

/** `npm run generate -- --check` goes through a second npm, which takes the flag for one of its own. */
const wantsCheck = (): boolean => process.argv.includes('--check') || process.env.npm_config_check === 'true';

try {
  await main(wantsCheck());
} catch (error) {
  if (!(error instanceof ContractError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
