import { writeNight } from '../store/write-night.ts';
import { measureOf, nightOf } from './samples.ts';

// Adds nights to a folder, from a day on, until it is killed or a write fails; tells each that it has added.
const [folder = '', from = '0', most = '1000'] = process.argv.slice(2);
const measures = Array.from({ length: 4000 }, (_, place) => measureOf({ value: Math.sin(place) }));
try {
  for (let day = Number(from); day < Number(from) + Number(most); day += 1) {
    await writeNight(folder, nightOf(day, { measures }));
    process.stdout.write(`${day}\n`);
  }
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.name : ''}: ${error}\n`);
}
