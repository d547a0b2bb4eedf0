import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '../../dispatch/json.ts';
import type { RunnerEnd } from '../k6/runner-end.ts';

/**
 * How the pods of a run ended, of what `kubectl get pods -o json` said, saved as `pods.json`; none where it was not.
 * What a pod uses of its machine nobody looked at.
 */
export const readPods = (folder: string): readonly RunnerEnd[] => {
  const file = join(folder, 'pods.json');
  if (!existsSync(file)) return [];
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'));

  return membersOf(list, 'items').flatMap((pod) => {
    const [container] = membersOf(isJsonObject(pod) ? pod.status : undefined, 'containerStatuses');
    const state = isJsonObject(container) && isJsonObject(container.state) ? container.state : {};
    const terminated = isJsonObject(state.terminated) ? state.terminated : undefined;

    return [
      {
        code: typeof terminated?.exitCode === 'number' ? terminated.exitCode : null,
        cut: undefined,
        cpuShare: null,
        words: terminated === undefined ? 'its pod had not ended' : undefined,
      },
    ];
  });
};

const membersOf = (value: unknown, name: string): readonly unknown[] => {
  const members = isJsonObject(value) ? value[name] : undefined;

  return Array.isArray(members) ? members : [];
};
