import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { UsageError } from '../../gate/gate-options.ts';
import { listenToSignals } from '../../gate/signals.ts';

export type Watched = Readonly<{
  /** Judges once more, and tells. Wrong input is told, and may be mended while it is watched. */
  again: () => void;
  /** The files to look at, absolute; asked for after each time. */
  files: () => readonly string[];
  print: (text: string) => void;
}>;

/** An editor that saves does several things to a file; in ms. */
const settled = 100;

/** Judges, and again after each change of a file, until the first signal; gives 130. */
export const watchFiles = async ({ again, files, print }: Watched): Promise<number> => {
  using signals = listenToSignals();
  let watchers: readonly FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  const round = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = watchFolders(files(), () => {
      clearTimeout(timer);
      timer = setTimeout(round, settled);
    });
    tellWrongInput(again, print);
    print('\nWatching. Ctrl-C ends it.\n');
  };
  round();

  await new Promise<void>((resolve) => {
    signals.first.addEventListener('abort', () => resolve(), { once: true });
  });
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();

  return 130;
};

const tellWrongInput = (again: () => void, print: (text: string) => void): void => {
  try {
    again();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    print(`${error.message}\n`);
  }
};

/** Folders, and not the files: editors put a new file in the place of the old one. */
const watchFolders = (files: readonly string[], onChange: () => void): readonly FSWatcher[] => {
  const folders = [...new Set(files.map((file) => dirname(file)))];

  return folders.flatMap((folder) => {
    const names = files.filter((file) => dirname(file) === folder).map((file) => basename(file));
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || names.includes(name)) onChange();
      });
      return [watcher.on('error', () => {})];
    } catch {
      return [];
    }
  });
};
