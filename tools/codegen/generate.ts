import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ContractError } from '../../contracts/contract-error.ts';
import { outputsOf, source, staleFiles } from './outputs.ts';

/** `npm run generate` writes what is made from the contract; with `-- --check` it only says whether it is current. */
const main = async (isCheck: boolean): Promise<void> => {
  const outputs = await outputsOf(readFileSync(inProject(source), 'utf8'));
  const stale = staleFiles(outputs, (file) =>
    existsSync(inProject(file)) ? readFileSync(inProject(file), 'utf8') : undefined,
  );

  if (isCheck && stale.length > 0)
    fail(`${stale.join(' and ')}: not what ${source} gives now. Run: npm run generate`);
  if (!isCheck) for (const file of stale) writeFileSync(inProject(file), outputs[file] ?? '');
};

const inProject = (file: string): URL => new URL(`../../${file}`, import.meta.url);

const fail = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
};

/** `npm run generate -- --check` goes through a second npm, which takes the flag for one of its own. */
const wantsCheck = process.argv.includes('--check') || process.env.npm_config_check === 'true';

try {
  await main(wantsCheck);
} catch (error) {
  if (!(error instanceof ContractError)) throw error;
  fail(error.message);
}
