/** A line that is typed: whatever its length, the caret and what is told of it are on the screen. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainLine } from '../../src/presentation/lines.js';
import { widthOf } from '../../src/presentation/textWidth.js';
import { themeOf } from '../../src/presentation/theme.js';
import { fieldLine } from '../../src/tui/widgets/fieldSpans.js';

const theme = themeOf({ language: 'nl', colour: false, unicode: true, screenReader: false });
const LABEL = 'Filter: ';
const TOLD = '  12 rijen';

it('has the caret and what is told in sight, in any width and wherever the caret is', () => {
  const letter = fc.constantFrom('a', 'é', '字', ' ');
  const typed = fc.array(letter, { maxLength: 120 }).chain((letters) =>
    fc.record({
      text: fc.constant(letters.join('')),
      caret: fc.integer({ min: 0, max: letters.length }),
    }),
  );
  fc.assert(
    fc.property(typed, fc.integer({ min: 60, max: 120 }), (field, columns) => {
      const line = fieldLine(LABEL, field, [TOLD], { theme, columns, height: 1 });
      const shown = plainLine(line, theme);
      expect(widthOf(shown), shown).toBeLessThanOrEqual(columns);
      expect(shown.startsWith(LABEL) && shown.endsWith(TOLD), shown).toBe(true);
      const [, before = '', under = ''] = line.map((span) => (typeof span === 'string' ? span : span[0]));
      // What stands before the caret is the end of what was typed there.
      expect(field.text.slice(0, field.caret).endsWith(before.replace(/^…/u, '')), before).toBe(true);
      expect(under).not.toBe('');
    }),
    { numRuns: 200 },
  );
});
