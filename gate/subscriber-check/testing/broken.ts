import { expect, test } from '@playwright/test';
import type { DispatchMode } from '../../../dispatch/mode.ts';
import { checkOf, type Time } from './check-of.ts';
import { rightCode, type SeenEvent, type UserCode } from './user-subscriber.ts';

type Broken = Readonly<{
  is: string;
  code: (time: Time) => UserCode;
  modes: readonly DispatchMode[];
  trigger?: string;
  env?: Readonly<Record<string, string>>;
  deadlineMs?: number;
  patienceMs?: number;
  /** The findings that fail it, all of them. */
  named: readonly string[];
  seen: RegExp;
}>;

export const preApproval = 'idn:access-request-pre-approval';
export const basic = { ISC_CHECK_USER: 'tenant', ISC_CHECK_PASSWORD: 'harbour-lights' };
export const isBasic = ({ headers }: SeenEvent): boolean =>
  headers.authorization === `Basic ${btoa('tenant:harbour-lights')}`;

export const always = (code: UserCode) => (): UserCode => code;

/** Right, but for what `wrong` answers to some events. */
export const but = (wrong: (event: SeenEvent) => ReturnType<UserCode> | undefined) =>
  always((event) => wrong(event) ?? rightCode(event));

/** A test for each broken subscriber: the check fails it, and names what it breaks and nothing else. */
export const namesEach = (broken: readonly Broken[]): void => {
  for (const { is, code, named, seen, ...options } of broken) {
    test(`names the subscriber that ${is}`, async () => {
      const { verdict, exitCode, findings } = await checkOf(code, options);

      const musts = findings.filter(({ level }) => level === 'must');
      expect(musts.map(({ id }) => id)).toEqual(named);
      expect(musts[0]?.seen).toMatch(seen);
      expect([verdict, exitCode]).toEqual(['FAIL', 1]);
    });
  }
};
