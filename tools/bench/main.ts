const benches: Readonly<Record<string, () => Promise<number>>> = {
  mock: async () => (await import('./mock.ts')).benchMock(),
  filters: async () => (await import('./filters.ts')).benchFilters(),
  health: async () => (await import('./health.ts')).benchHealth(),
  load: async () => (await import('./load.ts')).benchLoad(),
  capacity: async () => (await import('./capacity.ts')).benchCapacity(),
};

const [name = 'mock'] = process.argv.slice(2);
const bench = benches[name];
if (bench) {
  process.exitCode = await bench();
} else {
  process.stderr.write(`There is no bench ${name}: choose one of ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
}
