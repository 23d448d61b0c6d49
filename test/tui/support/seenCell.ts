/** What a person sees of a cell of an emulated screen: its text, and of its style what shows. */
import type { IBufferCell } from '@xterm/headless';

export function seenCell(cell: IBufferCell): string {
  const text = cell.getChars() || ' ';
  // A colour, bold or dim cannot be seen of a blank, unless it is inverse or underlined.
  if (text === ' ' && !cell.isInverse() && !cell.isUnderline()) return ' ';
  return [text, cell.getFgColor(), cell.isBold(), cell.isDim(), cell.isInverse(), cell.isUnderline()].join('.');
}
