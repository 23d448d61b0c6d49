import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineChange, shifted, shiftOf } from '../../../src/tui/terminal/cells.js';
import { frameChange } from '../../../src/tui/terminal/leastOutput.js';

const ESC = '\u001b';
const COLUMNS = 30;
const ROWS = 12;

/** What a terminal of this size shows, cell by cell, with the style of each. */
async function screenAfter(...sent: readonly string[]): Promise<string[]> {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  for (const text of sent) await new Promise<void>((resolve) => terminal.write(text, resolve));
  const lines = Array.from({ length: ROWS }, (_, row) => {
    const line = terminal.buffer.active.getLine(row)!;
    return Array.from({ length: COLUMNS }, (_column, column) => {
      const cell = line.getCell(column)!;
      return `${cell.getChars() || ' '}${cell.getFgColor()}${cell.isBold()}${cell.isDim()}${cell.isInverse()}${cell.isUnderline()}`;
    }).join('|');
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
    expect(lineChange('日本', '日x', 2)).toContain(`${ESC}[2K日x`);
  });

  it('sees a block that moved, over the lines where the cursor was', () => {
    const before = ['head', 'a', 'b', 'c', '> d', 'e', 'f', 'g', 'foot'];
    const after = ['head', 'b', 'c', 'd', '> e', 'f', 'g', 'h', 'foot'];
    const shift = shiftOf(before, after)!;
    expect(shift).toEqual({ top: 1, bottom: 7, by: 1 });
    expect(shifted(before, shift).lines).toEqual(['head', 'b', 'c', '> d', 'e', 'f', 'g', '', 'foot']);
  });
});
