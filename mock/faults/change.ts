import type { ListOperationId } from '../../contracts/collections.ts';
import type { OperationId } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { Call, Problem, Reply } from '../call.ts';
import type { Seams } from '../seams.ts';
import type { Apply } from './mutant.ts';

/** Which answers are meant; what is left out, does not matter. */
export type When = Readonly<{
  operation?: OperationId | readonly OperationId[];
  status?: number;
  apiVersion?: ApiVersion;
}>;

export type JsonObject = Readonly<Record<string, unknown>>;

/** Changes the answers that are meant, just before they are written. */
export const changeReply =
  (when: When, change: (reply: Reply, call: Call) => Reply): Apply =>
  ({ seams }) => {
    const { respond } = seams;
    seams.respond = async (reply, call, tenant) => {
      const answer = await respond(reply, call, tenant);

      return isMeant(when, answer, call) ? change(answer, call) : answer;
    };
  };

export const changeStatus = (when: When, status: number): Apply =>
  changeReply(when, (reply) => ({ ...reply, status }));

export const changeHeader = (when: When, name: string, value: string): Apply =>
  changeReply(when, (reply) => ({ ...reply, headers: { ...reply.headers, [name]: value } }));

export const dropHeader = (when: When, name: string): Apply =>
  changeReply(when, (reply) => ({
    ...reply,
    headers: Object.fromEntries(Object.entries(reply.headers).filter(([key]) => key !== name)),
  }));

export const changeBody = (when: When, change: (body: unknown, call: Call) => unknown): Apply =>
  changeReply(when, (reply, call) => ({ ...reply, body: change(reply.body, call) }));

/** Changes each record of an answer, be it a list or a single one. */
export const changeRecords = (when: When, change: (record: JsonObject, index: number) => unknown): Apply =>
  changeBody(when, (body) =>
    Array.isArray(body) ? body.map((record, index) => change(record, index)) : change(body as JsonObject, 0),
  );

/** Changes steps while one operation is handled, and for no other. */
export const within =
  (operation: OperationId, change: (seams: Seams) => Partial<Seams>): Apply =>
  ({ seams }) => {
    const handle = seams.handle[operation];
    seams.handle[operation] = (call, tenant) =>
      handle(call, { ...tenant, seams: { ...tenant.seams, ...change(tenant.seams) } });
  };

/** Changes how one list is read, filtered, sorted and cut. */
export const withinList = (
  operation: ListOperationId,
  change: (query: Seams['query']) => Partial<Seams['query']>,
): Apply => within(operation, ({ query }) => ({ query: { ...query, ...change(query) } }));

/** Lets pass what is wrong with the body of an operation, or one kind of it. */
export const overlook = (
  operation: OperationId,
  overlooked: (problem: Problem) => boolean = () => true,
): Apply => {
  const without = (problems: readonly Problem[]): readonly Problem[] =>
    problems.filter((problem) => !overlooked(problem));
  const relaxRules = within(operation, ({ rules }) => ({ rules: (...parts) => without(rules(...parts)) }));

  return (tenant) => {
    const { seams } = tenant;
    const { bodyProblems } = seams;
    seams.bodyProblems = (asked, body) =>
      asked === operation ? without(bodyProblems(asked, body)) : bodyProblems(asked, body);
    relaxRules(tenant);
  };
};

/** The same without one member. */
export const omit = (record: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

const isMeant = ({ operation, status, apiVersion }: When, reply: Reply, call: Call): boolean =>
  (operation === undefined || [operation].flat().includes(call.operation)) &&
  (status === undefined || status === reply.status) &&
  (apiVersion === undefined || apiVersion === call.apiVersion);
