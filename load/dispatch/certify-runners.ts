import { certify, type Generation } from '../../reports/load/certificate.ts';
import type { Certificate, RunnerReport } from '../../reports/load/load-report.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import type { PartEnd } from '../k6/runner-end.ts';
import type { Database } from '../samples/database.ts';
import { readSchedule, type Schedule } from '../samples/dispatch-readings.ts';
import type { RatedStep } from '../support/dispatch-plan.ts';
import { eventsOf } from './steps.ts';
import type { Users } from './users.ts';

type Input = Readonly<{
  database: Database;
  limits: LoadSlo['certificate'];
  /** Measured steps of all parts. */
  steps: readonly RatedStep[];
  ends: readonly PartEnd[];
  users: Users;
  /** How many runners the events were split over. */
  segments: number;
  /** Of all runners together. */
  schedule: Schedule;
  intended: number;
  emptyMeasures: readonly string[];
  faults: readonly string[];
}>;

/** The certificate of a generator, and of each of its runners where it had several: it holds only where each holds. */
export const certifyRunners = async (
  input: Input,
): Promise<Readonly<{ certificate: Certificate; runners?: readonly RunnerReport[] }>> => {
  const { limits, segments } = input;
  const runners = segments === 1 ? [] : await eachRunner(input);
  const idleRunners = runners.filter(({ sent }) => sent === 0).map(({ runner }) => runner);
  const all = certify(
    {
      ...generation(input.schedule, input.intended, input.users),
      cpuShare: cpuOf(input.ends),
      idleRunners: idleRunners.length === segments ? [] : idleRunners,
      emptyMeasures: input.emptyMeasures,
      faults: input.faults,
    },
    limits,
  );
  if (segments === 1) return { certificate: all };
  const reasons = [
    ...all.reasons,
    ...runners
      .filter(({ sent }) => sent > 0)
      .flatMap(({ runner, certificate }) =>
        certificate.reasons.map((reason) => `runner ${runner}: ${reason}`),
      ),
  ];

  return { certificate: { ...all, valid: reasons.length === 0, reasons }, runners };
};

const eachRunner = async (input: Input): Promise<readonly RunnerReport[]> => {
  const { database, limits, steps, users, segments } = input;
  const reports: RunnerReport[] = [];
  for (let index = 0; index < segments; index += 1) {
    const schedule = await readSchedule(database, limits.latenessP99Ms, index);
    const intended = steps.reduce((sum, step) => sum + shareOf(eventsOf(step), index, segments), 0);
    const certificate = certify(
      {
        ...generation(schedule, intended, shareOfUsers(users, segments)),
        cpuShare: null,
        idleRunners: [],
        emptyMeasures: [],
        faults: [],
      },
      limits,
    );
    reports.push({ runner: index + 1, sent: schedule.sent, certificate });
  }

  return reports;
};

/** Of events that runners take in turn. */
const shareOf = (events: number, index: number, segments: number): number =>
  Math.max(0, Math.ceil((events - index) / segments));

const shareOfUsers = ({ ready, most, enough }: Users, segments: number): Users => ({
  ready: Math.floor(ready / segments),
  most: Math.ceil(most / segments),
  enough: Math.ceil(enough / segments),
});

const generation = (
  { sent, late, waiting, latenessP99Ms }: Schedule,
  planned: number,
  users: Users,
): Pick<Generation, 'intended' | 'unmade' | 'lateDrops' | 'waitingDrops' | 'users' | 'latenessP99Ms'> => {
  const intended = Math.max(planned, sent + late + waiting);

  return {
    intended,
    unmade: intended - sent - late - waiting,
    lateDrops: late,
    waitingDrops: waiting,
    users,
    latenessP99Ms,
  };
};

/** The most that a part used: its runners share a machine. Null where nobody looked. */
const cpuOf = (ends: readonly PartEnd[]): number | null => {
  const shares = ends.flatMap(({ runners }) => {
    const known = runners.flatMap(({ cpuShare }) => cpuShare ?? []);

    return known.length === 0 ? [] : [known.reduce((sum, share) => sum + share, 0)];
  });

  return shares.length === 0 ? null : Math.max(...shares);
};
