import { visible } from '../../text.ts';
import type { Against } from './against.ts';
import { factsOf } from './facts.ts';
import { againstHeads, againstRows } from './rows.ts';

/** `against.md`, for a ticket. */
export const renderAgainstMarkdown = (compared: Against): string => {
  const rows = againstRows(compared);

  return [
    `## ${compared.verdict}: ${cell(compared.answer)}`,
    factsOf(compared)
      .map(([label, text]) => `- ${label}: ${cell(text)}`)
      .join('\n'),
    ...(rows.length === 0
      ? []
      : [
          [
            `| ${againstHeads.join(' | ')} |`,
            `|${againstHeads.map(() => '---|').join('')}`,
            ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
          ].join('\n'),
        ]),
    `Run ${cell(compared.now.run.id)} of ${compared.now.run.started}, against ${cell(compared.before.run.id)} of ${compared.before.run.started}.\n`,
  ].join('\n\n');
};

/** Nothing in it is markup. */
const cell = (text: string): string => visible(text).replace(/[\\`*_|<>[\]#]/g, '\\$&');
