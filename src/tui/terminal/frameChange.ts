/** What is sent to turn one frame into another: moved lines first, then the cells that differ. Pure. */
import { changeLine } from './lineChange.js';
import { Pen } from './pen.js';
import { shifted, shiftOf } from './shift.js';
import { CSI } from './style.js';

/** Draws all lines where it is not known what is on the screen. The cursor stays where it happens to be. */
export function frameChange(shown: readonly string[] | undefined, lines: readonly string[]): string {
  if (shown?.length !== lines.length) {
    const whole = lines.map((line, row) => `${CSI}${row + 1};1H${CSI}2K${line}${CSI}m`).join('');
    return `${CSI}m${CSI}r${whole}`;
  }
  let pen = new Pen();
  let before = shown;
  const shift = shiftOf(shown, lines);
  if (shift) {
    pen.scroll(shift.top + 1, shift.bottom + 1, shift.by);
    before = shifted(shown, shift);
  }
  for (const [row, line] of lines.entries()) pen = changeLine(pen, before[row] ?? '', line, row + 1);
  return pen.end();
}
