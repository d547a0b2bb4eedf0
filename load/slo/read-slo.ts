import { readFileSync } from 'node:fs';
import { readYaml } from '../../config/yaml-nodes.ts';
import { UsageError } from '../../gate/gate-options.ts';
import { type Phase, phases, type QuantileName, quantiles } from '../../reports/load/phases.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import { createSloReader } from './values.ts';

/** Reads the limits of a file, all of which it has to name. Throws UsageError with a line for each mistake. */
export const readSlo = (path: string): LoadSlo => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`The limits in ${path} cannot be read: ${code}. Name another file with --slo.`);
  }

  return parseSlo(path, text);
};

export const parseSlo = (name: string, text: string): LoadSlo => {
  const reading = readYaml(name, text);
  if (reading.problems.length > 0) throw new UsageError(reading.problems.join('\n'));
  const { map, duration, share, ratio } = createSloReader(reading);

  const root = map(reading.root, 'The file of limits', [
    'latency',
    'deadline',
    'allowed',
    'carried',
    'certificate',
    'headroom',
  ]);
  const latency = map(root.latency, 'latency', phases, { needed: false });
  const deadline = map(root.deadline, 'deadline', ['limit', 'missed']);
  const allowed = map(root.allowed, 'allowed', ['refused', 'unanswered', 'lost', 'doubled']);
  const certificate = map(root.certificate, 'certificate', ['rate-error', 'lateness-p99', 'cpu-share']);
  const limitsOf = (phase: Phase): Readonly<Partial<Record<QuantileName, number>>> =>
    Object.fromEntries(
      Object.entries(
        map(latency[phase], `latency.${phase}`, Object.keys(quantiles) as QuantileName[], { needed: false }),
      ).map(([quantile, node]) => [quantile, duration(node, `latency.${phase}.${quantile}`)]),
    );

  const slo: LoadSlo = {
    latency: Object.fromEntries(
      phases.filter((phase) => phase in latency).map((phase) => [phase, limitsOf(phase)]),
    ),
    deadline: {
      limitMs: duration(deadline.limit, 'deadline.limit'),
      missed: share(deadline.missed, 'deadline.missed'),
    },
    allowed: {
      refused: share(allowed.refused, 'allowed.refused'),
      unanswered: share(allowed.unanswered, 'allowed.unanswered'),
      lost: share(allowed.lost, 'allowed.lost'),
      doubled: share(allowed.doubled, 'allowed.doubled'),
    },
    carried: share(root.carried, 'carried'),
    certificate: {
      rateError: share(certificate['rate-error'], 'certificate.rate-error'),
      latenessP99Ms: duration(certificate['lateness-p99'], 'certificate.lateness-p99'),
      cpuShare: share(certificate['cpu-share'], 'certificate.cpu-share'),
    },
    headroom: ratio(root.headroom, 'headroom'),
  };
  if (reading.problems.length > 0) throw new UsageError(reading.problems.join('\n'));

  return slo;
};
