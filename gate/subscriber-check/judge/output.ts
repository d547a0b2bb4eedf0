import type { CatalogueTrigger } from '../../../contracts/triggers/index.ts';
import { triggerOutputIssues } from '../../../contracts/validators/index.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../../dispatch/json.ts';
import type { Fault } from './fault.ts';

type Show = (text: string) => string;

/** What is wrong with an output, by the documents of its trigger. `where` it stands: `the body`. */
export const outputFaults = (
  output: unknown,
  { trigger, where, show }: Readonly<{ trigger: CatalogueTrigger; where: string; show: Show }>,
): readonly Fault[] => {
  const members = Object.keys(trigger.sampleOutput ?? {});
  const expected = `an output of ${trigger.id}: ${members.join(', ')}`;
  const text = show(JSON.stringify(output));
  const wrapper = wrapperOf(output, members);
  if (wrapper !== undefined)
    return [{ promise: 'output.bare', expected, seen: `${where} has the output in ${wrapper}: ${text}` }];
  const [issue, ...more] = triggerOutputIssues(trigger.id, output);
  if (issue !== undefined)
    return [
      {
        promise: 'output.schema',
        expected,
        seen: `${issue.pointer || where} ${issue.message}${more.length > 0 ? `, and ${more.length} more` : ''}: ${text}`,
      },
    ];

  return isJsonObject(output) && Object.keys(output).length > 0 && !holdsAny(output, members)
    ? [{ promise: 'output.recognised', expected: `${expected}; or {}`, seen: text }]
    : [];
};

/**
 * What an output is wrapped in, where nothing of it stands outside: a list, the member `output` as in a completion, or
 * any member that holds all of it, as a value or as text (as what stands behind a gateway may answer).
 */
const wrapperOf = (value: unknown, members: readonly string[]): string | undefined => {
  if (Array.isArray(value)) return value.some((item) => holdsAll(item, members)) ? 'a list' : undefined;
  if (typeof value === 'string') return isJsonObject(parseJson(value)) ? 'a text' : undefined;
  if (!isJsonObject(value) || holdsAny(value, members)) return undefined;
  if (isJsonObject(value.output)) return '"output", as a completion has it';
  const found = Object.entries(value).find(([, inner]) =>
    holdsAll(typeof inner === 'string' ? parseJson(inner) : inner, members),
  );

  return found && `"${found[0]}"`;
};

const holdsAny = (value: JsonObject, members: readonly string[]): boolean =>
  members.some((name) => name in value);

const holdsAll = (value: unknown, members: readonly string[]): boolean =>
  isJsonObject(value) && members.every((name) => name in value);
