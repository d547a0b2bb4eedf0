import { expect, test } from '@playwright/test';
import { withSection } from './page-section.ts';

test('a section is put at the end, and replaced from then on', () => {
  const first = withSection('# Page\n', 'figures', 'one');
  const both = withSection(first, 'more', 'two');

  expect(first).toBe('# Page\n\n<!-- figures -->\none\n<!-- /figures -->\n');
  expect(withSection(both, 'figures', '1')).toBe(
    '# Page\n\n<!-- figures -->\n1\n<!-- /figures -->\n\n<!-- more -->\ntwo\n<!-- /more -->\n',
  );
});
