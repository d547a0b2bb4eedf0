import type { JudgedStep } from './steps/step.ts';
import { quantileText, rateText } from './words.ts';

export const stepHeads = [
  'target/s',
  'achieved/s',
  'samples',
  'p95 s',
  'p99 s (95 %)',
  'missed',
  'certificate',
] as const;

/** A step in the words of every table. */
export const stepRow = (step: JudgedStep): readonly string[] => [
  rateText(step.targetRate),
  rateText(step.achievedRate.value),
  String(step.samples),
  step.p95.kind === 'known' ? quantileText(step.p95).replace(/ .*/, '') : quantileText(step.p95),
  quantileText(step.p99),
  `${(step.missed.share * 100).toFixed(1)} %`,
  [certificateWord(step), outcomeWords[step.outcome]].filter((word) => word !== '').join(', '),
];

const certificateWord = ({ certificate }: JudgedStep): string =>
  certificate === undefined ? 'none' : certificate.valid ? 'valid' : 'not valid';

const outcomeWords = {
  kept: '',
  broken: 'SLO broken',
  'over-capacity': 'over capacity',
  'not-judged': 'not judged',
} as const satisfies Record<JudgedStep['outcome'], string>;
