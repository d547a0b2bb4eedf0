import { expect, test } from '@playwright/test';
import { colourWanted } from './paint.ts';

test('colours on a terminal only, and not against NO_COLOR or --no-color', () => {
  expect(colourWanted({ terminal: true, env: {} })).toBe(true);
  expect(colourWanted({ terminal: true, env: { NO_COLOR: '' } })).toBe(true);
  expect(colourWanted({ terminal: false, env: {} })).toBe(false);
  expect(colourWanted({ terminal: true, env: { NO_COLOR: '1' } })).toBe(false);
  expect(colourWanted({ terminal: true, env: {}, noColor: true })).toBe(false);
});
