import { join } from 'node:path';
import { againstOf } from '../../reports/capacity/against/against.ts';
import { renderAgainstConsole } from '../../reports/capacity/against/console.ts';
import { writeAgainst } from '../../reports/capacity/against/write.ts';
import { renderCapacityConsole } from '../../reports/capacity/console.ts';
import { writeCapacityRendered } from '../../reports/capacity/write.ts';
import { readCapacity } from './read-capacity.ts';
import type { Render } from './report-options.ts';

/** The exit code is that of the run's verdict; compared, it says whether less is carried than before. */
export const renderCapacity: Render = ({ folder, against: other, print }) => {
  const report = readCapacity(folder);
  const before = other === undefined ? undefined : readCapacity(other);
  writeCapacityRendered(folder, report);
  if (before === undefined) {
    print(renderCapacityConsole(report, { reportPath: join(folder, 'capacity.html') }));
    return report.exitCode;
  }
  const compared = againstOf(before, report);
  print(renderAgainstConsole(compared, { reportPath: writeAgainst(folder, compared) }));

  return compared.exitCode;
};
