import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { shareWidth } from '../../../src/tui/table/columns.js';
import { cutTo, fit, widthOf, wrapText } from '../../../src/presentation/textWidth.js';
import { addPage, askPages, emptyCache, missingPages, rowAt } from '../../../src/tui/table/pageCache.js';
import { screenText } from '../../../src/presentation/visibleText.js';
import { PAGE_ROWS, PAGES_KEPT, pagesFor, scrollTo } from '../../../src/tui/table/window.js';

const HOSTILE = [
  '\u001b[31mred',
  'a\nb',
  'a\tb',
  '\u202Eabc',
  'x\u200Bx',
  '\u009b2J',
  '\u{1F469}\u200D\u{1F4BB}',
  '\u{1F1F3}\u{1F1F1}',
  '\ud800',
];

describe('text of a file on the screen', () => {
  it.each(HOSTILE)('shows %j without a control, a bidi override or anything hidden', (text) => {
    for (const unicode of [true, false]) {
      const shown = screenText(text, unicode);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/u);
      if (!unicode) expect(shown).toMatch(/^[\x20-\x7e]*$/u);
    }
  });

  it('shows what a hidden character is', () => {
    expect(screenText('a\u202Eb', true)).toBe('a<U+202E>b');
    expect(screenText('a\u001bb', true)).toBe('a\u241bb');
    expect(screenText('a\u001bb', false)).toBe('a^[b');
    expect(screenText('Zo\u00eb \u0416', false)).toBe('Zoe ?');
  });

  it('is safe for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, unicode) => {
        expect(screenText(text, unicode)).not.toMatch(/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/u);
      }),
    );
  });
});

describe('fitting', () => {
  it('pads and cuts, also wide and combined characters', () => {
    expect(fit('abc', 5, '…')).toBe('abc  ');
    expect(fit('abcdef', 4, '…')).toBe('abc…');
    expect(fit('12', 4, '…', 'right')).toBe('  12');
    expect(fit('日本語', 4, '…')).toBe('日… ');
    expect(fit('abcdef', 2, '...')).toBe('..');
  });

  it('always takes exactly the width that it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 60 }), (text, width) => {
        expect(stringWidth(fit(screenText(text, true), width, '…'))).toBe(width);
      }),
    );
  });

  it('wraps at spaces and loses nothing', () => {
    expect(wrapText('een twee drie', 8)).toEqual(['een twee', 'drie']);
    expect(wrapText('onafgebroken', 5)).toEqual(['onafg', 'ebrok', 'en']);
    expect(cutTo('kort', 10, '…')).toBe('kort');
    expect(widthOf('日本')).toBe(4);
  });
});

describe('columns', () => {
  it('never take more than there is, and leave out what can be missed', () => {
    const overrides = [
      { least: 6, most: 6 },
      { least: 10, most: 20 },
      { least: 10, most: 200, optional: 1 },
    ];
    expect(shareWidth(overrides, 80, 1)).toEqual([6, 20, 52]);
    expect(shareWidth(overrides, 20, 1)).toEqual([6, 13, 0]);
    fc.assert(
      fc.property(fc.integer({ min: 17, max: 300 }), (available) => {
        const widths = shareWidth(overrides, available, 1);
        const shown = widths.filter((width) => width > 0);
        expect(shown.reduce((sum, width) => sum + width, 0) + shown.length - 1).toBeLessThanOrEqual(available);
      }),
    );
  });
});

describe('the window', () => {
  it('keeps the cursor in sight and never shows past the end', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.nat(5000),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(5000),
        (total, at, height, top) => {
          fc.pre(total > 0);
          const cursor = at % total;
          const first = scrollTo(top, cursor, height, total);
          expect(cursor).toBeGreaterThanOrEqual(first);
          expect(cursor).toBeLessThan(first + height);
          expect(first).toBeLessThanOrEqual(Math.max(0, total - height));
        },
      ),
    );
  });

  it('asks for the pages that it shows, and then those next to it', () => {
    expect(pagesFor(0, 20, 100_000)).toEqual({ shown: [0], near: [1] });
    expect(pagesFor(PAGE_ROWS - 5, 20, 100_000)).toEqual({ shown: [0, 1], near: [2] });
    expect(pagesFor(0, 20, 0)).toEqual({ shown: [], near: [] });
  });

  it('keeps a few pages, those on the screen among them', () => {
    let cache = emptyCache<number>();
    for (let page = 0; page < 50; page++) {
      cache = askPages(cache, missingPages(cache, [page]));
      cache = addPage(
        cache,
        page,
        Array.from({ length: PAGE_ROWS }, (_, index) => page * PAGE_ROWS + index),
        [0, page],
      );
    }
    expect(cache.pages.size).toBe(PAGES_KEPT);
    expect(cache.asked.size).toBe(0);
    expect(rowAt(cache, 5)).toBe(5);
    expect(rowAt(cache, 49 * PAGE_ROWS + 3)).toBe(49 * PAGE_ROWS + 3);
    expect(rowAt(cache, 20 * PAGE_ROWS)).toBeUndefined();
  });
});
