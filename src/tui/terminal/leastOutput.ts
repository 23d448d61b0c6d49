/**
 * Stands between Ink and the terminal: of each frame that Ink draws whole, only the cells that changed
 * are sent, each at its own place. On a slow line that is the difference between following the cursor
 * and waiting for it. Whatever is not a frame is sent as it is, and then the next frame is drawn whole.
 */
import { widthOf } from '../table/fit.js';
import { lineChange, shifted, shiftOf } from './cells.js';

const ESCAPE = String.fromCodePoint(0x1b);
const CSI = `${ESCAPE}[`;

/** Ink erases the frame before from the bottom up, and then writes the next one. */
const ERASED = new RegExp(`^(?:${ESCAPE}\\[2K(?:${ESCAPE}\\[1A)?)*(?:${ESCAPE}\\[G)?`, 'u');
/** Or it starts with an empty screen, where the window got smaller. */
const CLEARED = `${CSI}1;1H${CSI}J`;
/** What is no style moves the cursor or erases: then this is no frame. */
const NO_STYLE = new RegExp(`${ESCAPE}(?!\\[[\\d;]*m)`, 'u');
/** Modes and the cursor's visibility: they draw nothing. */
const DRAWS_NOTHING = new RegExp(`^(?:${ESCAPE}\\[\\?[\\d;]+[hl])*$`, 'u');

export interface LeastOutput {
  /** What Ink gets for its stdout. */
  readonly stdout: NodeJS.WriteStream;
  /** Draws all of the last frame again. */
  redraw(): void;
}

type WriteArguments = Parameters<NodeJS.WriteStream['write']>;

export function leastOutput(stdout: NodeJS.WriteStream): LeastOutput {
  /** The lines on the screen; undefined where that is not known. */
  let shown: readonly string[] | undefined;
  let last: readonly string[] | undefined;
  let columns = stdout.columns;

  const write = (...[data, ...rest]: WriteArguments): boolean => {
    if (typeof data !== 'string') return stdout.write(data, ...(rest as []));
    if (DRAWS_NOTHING.test(data)) return stdout.write(data, ...(rest as []));
    const cleared = data.startsWith(CLEARED);
    const text = cleared ? data.slice(CLEARED.length) : data.replace(ERASED, '');
    const lines = text.split('\n');
    if (lines.length !== stdout.rows || NO_STYLE.test(text) || !lines.every((line) => fits(line, stdout.columns))) {
      last = undefined;
      shown = undefined;
      return stdout.write(data, ...(rest as []));
    }
    // A terminal of another width may have moved everything.
    if (cleared || columns !== stdout.columns) shown = undefined;
    columns = stdout.columns;
    last = lines;
    const sent = frameChange(shown, lines);
    shown = lines;
    return stdout.write(sent, ...(rest as []));
  };

  const proxy = new Proxy(stdout, {
    get(target, property) {
      if (property === 'write') return write;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return {
    stdout: proxy,
    redraw: () => {
      if (last?.length === stdout.rows) stdout.write(frameChange(undefined, last));
    },
  };
}

const STYLE = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'gu');

/** While a window gets smaller, Ink still draws for the one before. */
function fits(line: string, columns: number): boolean {
  return line.length <= columns || widthOf(line.replace(STYLE, '')) <= columns;
}

/** What is sent for a frame. The cursor ends on the last line, where Ink thinks that it is. */
export function frameChange(shown: readonly string[] | undefined, lines: readonly string[]): string {
  const home = `${CSI}${lines.length};1H`;
  if (shown?.length !== lines.length) {
    const whole = lines.map((line, row) => `${CSI}${row + 1};1H${CSI}2K${line}${CSI}m`).join('');
    return `${CSI}m${CSI}r${whole}${home}`;
  }
  const shift = shiftOf(shown, lines);
  const moved = shift ? shifted(shown, shift) : { lines: shown, sent: '' };
  const changes = lines.map((line, row) => lineChange(moved.lines[row] ?? '', line, row + 1)).join('');
  return changes === '' && moved.sent === '' ? '' : `${moved.sent}${changes}${home}`;
}
