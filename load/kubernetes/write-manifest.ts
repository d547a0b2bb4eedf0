import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

/** Writes documents of a manifest into one file, each whole by itself. */
export const writeManifest = (path: string, documents: readonly unknown[]): void =>
  writeFileSync(
    path,
    documents
      .map((document) => stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }))
      .join('---\n'),
  );
