import { expect, test } from '@playwright/test';
import { startProgram } from '../../cli/testing/run-program.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { needsK6, ownK6, readReport, settingsFor } from './run.ts';

test.beforeEach(needsK6);

test('a tenant that stands still for 6 s of 60 is seen by every event that was due meanwhile: p99 is 5.4 s', async () => {
  using own = ownFolder();
  const tenant = startProgram(['mock', '--json', '--quota', 'off'], { cwd: own.path });
  try {
    const [line] = await tenant.says(/^\{.*\}$/m);
    const running = startProgram(
      [
        ...['load', '--scenario', 'dispatch-latency', '--mode', 'FIRE_AND_FORGET', '--no-visible'],
        ...['--workload', 'load', '--rate', '20', '--results', own.path],
      ],
      { cwd: own.path, env: { ...settingsFor(JSON.parse(line)), K6_BIN: ownK6() ?? '' } },
    );
    await running.says(/ 2\d s left/);
    tenant.signal('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 6000));
    tenant.signal('SIGCONT');
    const { output } = await running.ended;
    const [scenario] = readReport(own.path, output).scenarios;

    expect(scenario?.accounting?.deliveries).toMatchObject({ lost: 0, doubled: 0 });
    expect(Math.abs((scenario?.phases.accepted?.p99 ?? 0) / 5400 - 1)).toBeLessThan(0.02);
  } finally {
    tenant.signal('SIGCONT');
    tenant.signal('SIGTERM');
    await tenant.ended;
  }
});
