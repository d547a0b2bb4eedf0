import { membersOf, type Reading, textOf } from '../../config/yaml-nodes.ts';
import { type ApiVersion, apiVersions } from '../../contracts/versions.ts';
import type { Waiver } from '../../reports/conformance/waiver.ts';
import { isDay } from '../day.ts';

const keys = ['clause', 'cell', 'target', 'apiVersion', 'reason', 'owner', 'expires'] as const;

type Key = (typeof keys)[number];

/** One waiver of the file `name`; what is wrong with its form is noted, with the line. */
export const waiverOf = (reading: Reading, name: string, node: unknown): Waiver | undefined => {
  const line = reading.lineOf(node);
  const members = membersOf(reading, node, { keys, what: 'A waiver', line });
  if (members === undefined) return undefined;
  if ((members.clause === undefined) === (members.cell === undefined))
    return reading.wrong(
      line,
      'A waiver is about one clause or one cell: it has the key clause or the key cell.',
    );

  const text = (key: Key): string | undefined => {
    const at = members[key] === undefined ? line : reading.lineOf(members[key]);
    const value = textOf(reading, members[key], { what: `The ${key} of a waiver`, line: at });
    const { isRight, is } = forms[key] ?? anything;
    return value === undefined || isRight(value)
      ? value
      : reading.wrong(at, `The ${key} "${value}" is not ${is}.`);
  };

  const kind = members.clause === undefined ? 'cell' : 'clause';
  const [subject, target, reason, owner, expires] = [
    text(kind),
    text('target'),
    text('reason'),
    text('owner'),
    text('expires'),
  ];
  const version = members.apiVersion === undefined ? undefined : text('apiVersion');
  if (!subject || !target || !reason || !owner || !expires) return undefined;

  return {
    ...(kind === 'cell' ? { cell: subject } : { clause: subject }),
    target,
    ...(isVersion(version) && { apiVersion: version }),
    reason,
    owner,
    expires,
    place: `${name}:${line}`,
  };
};

const isVersion = (text: string | undefined): text is ApiVersion =>
  apiVersions.some((known) => known === text);

type Form = Readonly<{ isRight: (text: string) => boolean; is: string }>;

const forms: Readonly<Partial<Record<Key, Form>>> = {
  target: {
    isRight: (text) => /^[\w.-]+$|^\[[0-9a-f:]+\]$/.test(text) && text === text.toLowerCase(),
    is: 'mock or a host name in small letters, without scheme, port and path',
  },
  apiVersion: { isRight: isVersion, is: `one of ${apiVersions.join(', ')}` },
  expires: { isRight: isDay, is: 'a day, written as 2026-06-30' },
};

const anything: Form = { isRight: () => true, is: '' };
