import { isNode, isScalar } from 'yaml';
import { itemsOf, membersOf, type Reading, readYaml, resolved, textOf } from '../../config/yaml-nodes.ts';
import { UsageError } from '../../gate/gate-options.ts';
import { triggerOf } from '../trigger-sample.ts';
import type { FilterCases, Wanted } from './model.ts';

/** Reads a test file. A UsageError tells all that is wrong in it, a line each: file, line, and what to write. */
export const parseTestFile = (name: string, text: string): readonly FilterCases[] => {
  const reading = readYaml(name, text);
  const filters = reading.problems.length === 0 ? filtersOf(reading) : [];
  if (reading.problems.length > 0) throw new UsageError(reading.problems.join('\n'));

  return filters;
};

const filtersOf = (reading: Reading): readonly FilterCases[] => {
  const members = membersOf(reading, reading.root, { keys: ['filters'], what: 'The file', line: 1 });
  if (members === undefined) return [];
  const items = itemsOf(reading, members.filters, { what: 'filters', line: 1 });
  if (items.length === 0 && reading.problems.length === 0)
    reading.wrong(1, 'The file has no filters: nothing would be judged.');

  return items.flatMap((item) => filterOf(reading, item) ?? []);
};

const filterKeys = ['name', 'filter', 'trigger', 'matches', 'does-not-match'] as const;

const filterOf = (reading: Reading, item: unknown): FilterCases | undefined => {
  const line = reading.lineOf(item);
  const members = membersOf(reading, item, { keys: filterKeys, what: 'A filter', line });
  if (members === undefined) return undefined;
  const name = textOf(reading, members.name, { what: 'The name of a filter', line });
  const filter = textOf(reading, members.filter, { what: 'The filter, an expression,', line });
  const trigger = triggerIdOf(reading, members.trigger, line);
  const payloads = (['matches', 'does-not-match'] as const).flatMap((key) =>
    itemsOf(reading, members[key], { what: key, line }).map((node) => ({ key, node })),
  );
  if (payloads.length === 0)
    return reading.wrong(
      line,
      'A filter without matches and does-not-match is not judged: give it a payload.',
    );
  const wanted = payloads.flatMap(
    ({ key, node }) =>
      wantedOf(reading, node, { verdict: key === 'matches' ? 'match' : 'no match', trigger }) ?? [],
  );

  return name === undefined || filter === undefined ? undefined : { name, filter, wanted };
};

const triggerIdOf = (reading: Reading, node: unknown, line: number): string | undefined => {
  if (node === undefined) return undefined;
  const id = textOf(reading, node, { what: 'The id of the trigger', line });
  const trigger = id === undefined ? undefined : triggerOf(id);
  if (typeof trigger === 'string') return reading.wrong(reading.lineOf(node), trigger);

  return trigger?.id;
};

type Context = Readonly<{ verdict: Wanted['verdict']; trigger: string | undefined }>;

const wantedOf = (reading: Reading, item: unknown, { verdict, trigger }: Context): Wanted | undefined => {
  const line = reading.lineOf(item);
  const node = resolved(reading, item);
  if (isScalar(node) && node.value === 'sample')
    return trigger === undefined
      ? reading.wrong(
          line,
          'sample is the sample input of a trigger, and this filter names no trigger that has one.',
        )
      : { verdict, line, source: { kind: 'sample', trigger } };
  const what = 'A payload that is not the word sample';
  const members = membersOf(reading, item, { keys: ['file', 'payload'], what, line });
  if (members === undefined) return undefined;
  const { file, payload } = members;
  if (file !== undefined && payload !== undefined)
    return reading.wrong(line, 'file and payload exclude each other: make two items of them.');
  if (payload !== undefined) {
    const value: unknown = isNode(payload) ? payload.toJS(reading.document) : payload;
    return { verdict, line, source: { kind: 'payload', value } };
  }
  const path = textOf(reading, file, { what: 'The path behind file', line });

  return path === undefined ? undefined : { verdict, line, source: { kind: 'file', file: path } };
};
