import type { Explanation } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { type Mark, underlined } from './caret.ts';
import { labelled, quoted } from './show.ts';
import { shellNotes } from './warning-text.ts';

type Refused = Extract<Explanation, { compiles: false }>;

/** Why an expression does not compile: where, what was expected there, and what may be meant. */
export const compileText = ({ expression, error, notes }: Refused, exitCode: number): string => {
  const [spelling] = notes.flatMap((note) => note.try ?? []);
  const marks: readonly Mark[] = [
    { span: [error.position, error.position + 1], text: visible(error.message) },
    ...notes.flatMap(({ at, text }): readonly Mark[] =>
      at === undefined || at === error.position ? [] : [{ span: [at, at + 1], text: visible(text) }],
    ),
  ];
  const hints = notes.filter(({ at }) => at === undefined || at === error.position);

  return [
    `DOES NOT COMPILE  The tenant cannot read this filter.  (exit ${exitCode})`,
    '',
    ...underlined(expression, marks),
    labelled('  at', placeOf(expression, error.position), 10),
    ...hints.map(({ text }) => labelled('  hint', visible(text), 10)),
    ...(notes.some(({ code }) => code === 'missing-quotes')
      ? [
          labelled(
            '',
            'where you typed quotes, the shell took them: put the expression between single quotes',
            10,
          ),
        ]
      : []),
    ...(notes.length === 0 ? shapes : []),
    ...shellNotes(expression),
    '',
    ...(spelling === undefined
      ? []
      : [
          labelled('Try', visible(spelling), 6),
          labelled('Next', `npx isc-triggers filter check ${quoted(spelling)}`, 6),
          '',
        ]),
  ].join('\n');
};

/** Counted from 1. */
export const placeOf = (expression: string, position: number): string =>
  position < expression.length
    ? `character ${position + 1} of ${expression.length}`
    : 'the end of the expression';

/** For mistakes that nobody has made before. */
const shapes = [
  labelled('  shape', '$[?(@.field == "text")] tests the event itself', 10),
  labelled('', '$.list[?(@.field == "text")] tests each element of a list in it', 10),
];
