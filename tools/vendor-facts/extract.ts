import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pack } from '../../contracts/vendor-facts/pack.ts';
import { vendorFacts } from '../../contracts/vendor-facts/vendor-facts.ts';
import { type ApiVersion, apiVersions } from '../../contracts/versions.ts';

/**
 * Writes contracts/vendor-facts/vendor-facts.json anew from the vendor's OpenAPI files, one for each version:
 * npx tsx tools/vendor-facts/extract.ts FOLDER
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Where are the files? npx tsx tools/vendor-facts/extract.ts FOLDER\n');
  process.exit(2);
}

const read = (version: ApiVersion): unknown =>
  JSON.parse(readFileSync(resolve(folder, `event-triggers.${version}.json`), 'utf8'));
const facts = Object.fromEntries(apiVersions.map((version) => [version, vendorFacts(read(version))]));

writeFileSync(
  new URL('../../contracts/vendor-facts/vendor-facts.json', import.meta.url),
  `${JSON.stringify(pack(facts as Parameters<typeof pack>[0]), null, 2)}\n`,
);
