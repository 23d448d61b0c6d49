/** The terminal's cursor and style while a frame is drawn: what is written, at the least cost. */
import type { Cell } from './cells.js';
import { blankStyle, CSI, restyle } from './style.js';

export class Pen {
  /** What was drawn so far. */
  sent = '';
  private style = '';
  /** From 1; 0 where it is not known. */
  private row = 0;
  private column = 0;

  /** A pen with which something can be tried out. */
  copy(): Pen {
    return Object.assign(new Pen(), this);
  }

  /**
   * To a place on the screen, from 1. It is told, not counted from where the pen is: a terminal that draws a character
   * wider stays aligned. No line feeds: the system hands a frame over in pieces where there are any.
   */
  moveTo(row: number, column: number): void {
    if (row === this.row && column === this.column) return;
    if (row === this.row) this.sent += `${CSI}${column}G`;
    else this.sent += column === 1 ? `${CSI}${row}H` : `${CSI}${row};${column}H`;
    this.row = row;
    this.column = column;
  }

  put(cells: readonly Cell[]): void {
    for (const { text, style } of cells) {
      // A blank looks the same in most styles.
      if (text !== ' ' || blankStyle(this.style) !== style) this.wear(style);
      this.sent += text;
    }
    this.column += cells.length;
  }

  /** Erases from here to the end of the line. */
  eraseRest(): void {
    // There are terminals that erase with what underlines or inverts.
    if (blankStyle(this.style) !== '') this.wear('');
    this.sent += `${CSI}K`;
  }

  /** A whole line with characters of which terminals may think differently; it comes with its styles. */
  putLine(row: number, line: string): void {
    this.moveTo(row, 1);
    this.wear('');
    this.sent += `${CSI}K${line}${CSI}m`;
    this.row = 0;
  }

  /** Moves a block of lines (from 1) up or down by one; that sends the cursor home. */
  scroll(top: number, bottom: number, by: 1 | -1): void {
    this.wear('');
    this.sent += `${CSI}${top};${bottom}r${CSI}${by === 1 ? 'S' : 'T'}${CSI}r`;
    this.row = 0;
  }

  /** Nothing that is written later gets a style of this frame. */
  end(): string {
    this.wear('');
    return this.sent;
  }

  private wear(style: string): void {
    this.sent += restyle(this.style, style);
    this.style = style;
  }
}
