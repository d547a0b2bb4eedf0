import { nearest } from '../config/nearest.ts';
import { parseQuota } from '../config/setting-parsers.ts';
import { systemClock } from '../mock/clock.ts';
import { mutants, variants } from '../mock/faults/index.ts';
import { behaveUnderLoad } from '../mock/load/behave-under-load.ts';
import type { LoadBehaviour } from '../mock/load/behaviour.ts';
import { parseLoad } from '../mock/load/parse-load.ts';
import { systemRandom } from '../mock/random.ts';
import { type RunningMock, startMock } from '../mock/server.ts';
import { UsageError } from './gate-options.ts';

export type MockCommandOptions = Readonly<{
  port: number;
  json?: boolean;
  quota: string;
  state: string;
  fault?: string;
  load?: string;
}>;

/** Serves the embedded tenant until it is interrupted; gives the exit code. */
export const serveMock = async (options: MockCommandOptions): Promise<number> => {
  const { port, json, quota, state, fault, load } = options;
  if (state !== 'empty' && state !== 'busy')
    throw new UsageError(`--state is "${state}": it must be empty or busy.`);
  const mutant = fault === undefined ? undefined : faultOf(fault);
  const behaviour = load === undefined ? undefined : behaviourOf(load);
  const mock = await startMock({
    port,
    clock: systemClock(),
    random: systemRandom(),
    state,
    quota: quotaOf(quota),
  });
  mutant?.apply(mock.tenant);
  if (behaviour) behaveUnderLoad(mock.tenant, behaviour);
  process.stdout.write(json ? `${JSON.stringify(detailsOf(mock))}\n` : forPeople(mock));
  await interrupted();
  await mock.close();

  return 130;
};

const quotaOf = (text: string) => {
  const parsed = parseQuota(text);
  if (!parsed.ok) throw new UsageError(`--quota is "${text}": write it as 100/10s, or off.`);

  return parsed.value;
};

const faultOf = (id: string) => {
  const known = [...mutants, ...variants];
  const found = known.find((fault) => fault.id === id);
  if (found) return found;
  const near = nearest(
    id,
    known.map((fault) => fault.id),
  );
  throw new UsageError(`There is no fault ${id}.${near ? ` Did you mean ${near}?` : ''}`);
};

const behaviourOf = (text: string): LoadBehaviour => {
  const parsed = parseLoad(text);
  if (!parsed.ok) throw new UsageError(`--load: ${parsed.problem.field} ${parsed.problem.text}.`);

  return parsed.value;
};

const detailsOf = ({ url, clients, expiredToken, control }: RunningMock) => ({
  url,
  clientId: clients.full.clientId,
  clientSecret: clients.full.clientSecret,
  clients,
  expiredToken,
  control,
});

const forPeople = ({
  url,
  clients,
  control,
}: RunningMock): string => `A tenant listens on this machine, for this machine only.

  ISC_TARGET=tenant
  SAIL_BASE_URL=${url}
  SAIL_CLIENT_ID=${clients.full.clientId}
  SAIL_CLIENT_SECRET=${clients.full.clientSecret}
  ISC_ALLOW_WRITES=${new URL(url).hostname}

Control plane (clock, faults, counts): ${control}
Put these lines into .env, then: npx isc-triggers gate      Ctrl-C ends the tenant.
`;

/** Also by the end of a command that started it and holds a channel to it. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(event, () => resolve());
    process.channel?.unref();
  });
