import { visible } from '../../text.ts';
import type { Against } from './against.ts';
import { factsOf } from './facts.ts';

/** What changed since an earlier run, for a terminal. */
export const renderAgainstConsole = (
  compared: Against,
  { reportPath }: Readonly<{ reportPath: string }>,
): string => {
  const { verdict, exitCode, answer, before, now } = compared;
  const lines = [
    `${now.tool.name} ${now.tool.version}  capacity of run ${now.run.id} (${now.run.started}) against run ${before.run.id} (${before.run.started})`,
    ...factsOf(compared).map(([label, text]) => labelled(label, text)),
    labelled(verdict, `${answer}  (exit ${exitCode})`),
    labelled('Report', reportPath),
    labelled('Next', nextOf(compared)),
  ];

  return `${lines.join('\n')}\n`;
};

const labelled = (label: string, text: string): string => `${label.padEnd(12)}  ${visible(text)}`;

const nextOf = ({ verdict, differences }: Against): string => {
  if (verdict === 'INVALID') return 'mend what is named above, then drive the later run again';
  if (verdict === 'PASS') return 'keep this run as the one to compare with';

  return differences.length > 0
    ? 'drive again under the conditions of the earlier run: the change may be theirs'
    : 'drive once more: a change that stays is not the machine';
};
