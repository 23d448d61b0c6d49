import { describe, expect, it } from 'vitest';
import { aligned, table, wrapped } from '../../src/presentation/layout.js';
import { widthOf, wrapText } from '../../src/presentation/textWidth.js';

const TECHNICIAN = '\u{1f469}\u200d\u{1f527}';

describe('within 80 columns', () => {
  it('wraps at spaces, with a hanging indent, and leaves a long word whole', () => {
    const path = `/home/${'x'.repeat(90)}`;
    expect(wrapped(`see ${path} for more`, 4, 2)).toEqual(['  see', `    ${path}`, '    for more']);
    expect(wrapped('', 2)).toEqual(['  ']);
  });

  it('aligns terms, and puts the text below a term that is too wide', () => {
    expect(
      aligned([
        ['a', 'one'],
        ['b'.repeat(31), 'two'],
      ]),
    ).toEqual([`a${' '.repeat(29)}  one`, 'b'.repeat(31), `${' '.repeat(32)}two`]);
  });

  it('never cuts a character of a table in half', () => {
    const [line = ''] = table([['x'.repeat(77), '', `e\u0301\u{1f468}\u200d\u{1f33e}`]], [], 80);
    expect(widthOf(line)).toBeLessThanOrEqual(80);
    const [flags = ''] = table([['x'.repeat(76), '\u{1f1f3}\u{1f1f1}\u{1f1e7}\u{1f1ea}']], [], 80);
    expect(flags).toBe(`${'x'.repeat(76)}  …`);
  });
});

describe('wrapping on a screen', () => {
  it('breaks a word that is longer than a line between its characters', () => {
    expect(wrapText('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
    expect(wrapText(`ab${TECHNICIAN}cd`, 3)).toEqual(['ab', `${TECHNICIAN}c`, 'd']);
  });
});
