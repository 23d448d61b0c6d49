import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameChange } from '../../../src/tui/terminal/frameChange.js';
import { changeLine } from '../../../src/tui/terminal/lineChange.js';
import { Pen } from '../../../src/tui/terminal/pen.js';
import { shifted, shiftOf } from '../../../src/tui/terminal/shift.js';
import { restyle } from '../../../src/tui/terminal/style.js';
import { seenCell } from '../support/seenCell.js';

const ESC = '\u001b';
const COLUMNS = 30;
const ROWS = 12;

/** What a terminal of this size shows, cell by cell, with the style of each. */
async function screenAfter(...sent: readonly string[]): Promise<string[]> {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  for (const text of sent) await new Promise<void>((resolve) => terminal.write(text, resolve));
  const lines = Array.from({ length: ROWS }, (_, row) => {
    const line = terminal.buffer.active.getLine(row)!;
    return Array.from({ length: COLUMNS }, (_column, column) => seenCell(line.getCell(column)!)).join('|');
  });
  terminal.dispose();
  return lines;
}

const styles = ['1', '2', '4', '7', '31', '33', '36', '1;31'];
const span = fc.oneof(
  fc.stringMatching(/^[ -~]{0,8}$/u),
  fc
    .tuple(fc.constantFrom(...styles), fc.stringMatching(/^[ -~]{1,6}$/u))
    .map(([style, text]) => `${ESC}[${style}m${text}${ESC}[0m`),
  fc.constantFrom('日本', 'é', '▸ ', '…', 'e\u0301', '─'),
);
const line = fc.array(span, { maxLength: 4 }).map((spans) => {
  let used = 0;
  return spans.filter((text) => (used += text.length) < COLUMNS).join('');
});
const frame = fc.array(line, { minLength: ROWS, maxLength: ROWS });

function lineChange(before: string, after: string, row: number): string {
  return changeLine(new Pen(), before, after, row).end();
}

describe('what is sent of a frame', () => {
  it('leaves the screen as drawing all of it would', async () => {
    await fc.assert(
      fc.asyncProperty(frame, frame, async (before, after) => {
        const partly = await screenAfter(frameChange(undefined, before), frameChange(before, after));
        expect(partly).toEqual(await screenAfter(frameChange(undefined, after)));
      }),
      { numRuns: 150 },
    );
  });

  it('also where a list scrolled, up or down', async () => {
    await fc.assert(
      fc.asyncProperty(frame, line, fc.nat(3), fc.nat(3), fc.boolean(), async (before, added, above, below, down) => {
        const list = before.slice(above, ROWS - below);
        const moved = down ? [added, ...list.slice(0, -1)] : [...list.slice(1), added];
        const after = [...before.slice(0, above), ...moved, ...before.slice(ROWS - below)];
        const partly = await screenAfter(frameChange(undefined, before), frameChange(before, after));
        expect(partly).toEqual(await screenAfter(frameChange(undefined, after)));
      }),
      { numRuns: 150 },
    );
  });

  it('is nothing where nothing changed', () => {
    const lines = Array.from({ length: ROWS }, (_, row) => `row ${row}`);
    expect(frameChange(lines, [...lines])).toBe('');
  });

  it('is the cells that changed, each at its place', () => {
    expect(lineChange('abc def', 'abc dxf', 3)).toBe(`${ESC}[3;6Hx`);
    expect(lineChange('abcdef', 'abc', 1)).toBe(`${ESC}[1;4H${ESC}[K`);
    expect(lineChange('日本', '日x', 2)).toContain(`${ESC}[K日x`);
  });

  it('goes on behind cells that stay, or draws them once more where that is less', () => {
    expect(lineChange('a----------b', 'x----------y', 1)).toBe(`${ESC}[1Hx${ESC}[12Gy`);
    expect(lineChange('a--b', 'x--y', 1)).toBe(`${ESC}[1Hx--y`);
  });

  it('begins with an empty line where little stays', () => {
    expect(lineChange('one text, and all of it', '                   yes', 1)).toBe(`${ESC}[1H${ESC}[K${ESC}[20Gyes`);
  });

  it('never takes over the style of what is around a blank that shows one', () => {
    expect(lineChange('', `${ESC}[31mab${ESC}[m ${ESC}[7m c${ESC}[m`, 1)).toBe(
      `${ESC}[1H${ESC}[31mab ${ESC}[0;7m c${ESC}[m`,
    );
  });

  it('changes a style with as few codes as there are', () => {
    expect(restyle('', '2')).toBe(`${ESC}[2m`);
    expect(restyle('2', '')).toBe(`${ESC}[m`);
    expect(restyle('4;33', '33')).toBe(`${ESC}[24m`);
    expect(restyle('31', '33')).toBe(`${ESC}[33m`);
    expect(restyle('1;2', '1')).toBe(`${ESC}[0;1m`);
    expect(restyle('2;33', '1;33')).toBe(`${ESC}[22;1m`);
    expect(restyle('2;4;7', '32')).toBe(`${ESC}[0;32m`);
  });

  it('sees a block that moved, over the lines where the cursor was', () => {
    const before = ['head', 'a', 'b', 'c', '> d', 'e', 'f', 'g', 'foot'];
    const after = ['head', 'b', 'c', 'd', '> e', 'f', 'g', 'h', 'foot'];
    const shift = shiftOf(before, after)!;
    expect(shift).toEqual({ top: 1, bottom: 7, by: 1 });
    expect(shifted(before, shift)).toEqual(['head', 'b', 'c', '> d', 'e', 'f', 'g', '', 'foot']);
  });
});
