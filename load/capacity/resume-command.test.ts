import { expect, test } from '@playwright/test';
import { resumeCommand } from './resume-command.ts';

const usual = { stepSeconds: 60, steps: 16, results: 'results', color: true };

test('the command that goes on names what the run was asked for', () => {
  expect(
    resumeCommand(
      { ...usual, scenario: 'subscriber', url: 'http://127.0.0.1:8080/hook', mode: 'ASYNC', eventsPerDay: 9 },
      'results/run',
    ),
  ).toBe(
    'npx isc-triggers capacity --scenario subscriber --url http://127.0.0.1:8080/hook --mode ASYNC --step-seconds 60 --steps 16 --events-per-day 9 --resume results/run',
  );
});

test('a shell takes nothing of it apart', () => {
  expect(resumeCommand({ ...usual, url: "http://h/?a=1&b='2'" }, 'my results/run')).toBe(
    `npx isc-triggers capacity --url 'http://h/?a=1&b='\\''2'\\''' --step-seconds 60 --steps 16 --resume 'my results/run'`,
  );
});
