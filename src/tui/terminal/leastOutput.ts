/**
 * Stands between Ink and the terminal: of each frame that Ink draws whole, only the cells that changed
 * are sent, each at its own place. On a slow line that is the difference between following the cursor
 * and waiting for it. Whatever is not a frame is sent as it is, and then the next frame is drawn whole.
 */
import { widthOf } from '../../presentation/textWidth.js';
import { frameChange } from './frameChange.js';
import { CSI, ESCAPE } from './style.js';

/** Ink erases the frame before from the bottom up, and then writes the next one. */
const ERASED = new RegExp(`^(?:${ESCAPE}\\[2K(?:${ESCAPE}\\[1A)?)*(?:${ESCAPE}\\[G)?`, 'u');
/** Or it starts with an empty screen, where the window got smaller. */
const CLEARED = `${CSI}1;1H${CSI}J`;
/** What is no style moves the cursor or erases: then this is no frame. */
const NO_STYLE = new RegExp(`${ESCAPE}(?!\\[[\\d;]*m)`, 'u');
/** Modes and the cursor's visibility: they draw nothing. */
const DRAWS_NOTHING = new RegExp(`^(?:${ESCAPE}\\[\\?[\\d;]+[hl])*$`, 'u');

/** Ink asks the terminal to show what is between these at once. */
const AT_ONCE = { begin: `${CSI}?2026h`, end: `${CSI}?2026l` };
/** What fits into one packet is shown at once anyhow. */
const ONE_PACKET = 1000;

export interface LeastOutput {
  /** What Ink gets for its stdout. */
  readonly stdout: NodeJS.WriteStream;
  /** Draws all of the last frame again; false where it is not known, and Ink has to. */
  redraw(): boolean;
}

type WriteArguments = Parameters<NodeJS.WriteStream['write']>;

export function leastOutput(stdout: NodeJS.WriteStream): LeastOutput {
  /** The lines on the screen; undefined where that is not known. */
  let shown: readonly string[] | undefined;
  let last: readonly string[] | undefined;
  let columns = stdout.columns;
  /** Whether the cursor is elsewhere than Ink thinks: at the start of the last line. */
  let strayed = false;

  const draw = (frame: string, ...rest: readonly unknown[]): boolean => {
    strayed ||= frame !== '';
    const sent = frame.length > ONE_PACKET ? AT_ONCE.begin + frame + AT_ONCE.end : frame;
    return stdout.write(sent, ...(rest as []));
  };

  const write = (...[data, ...rest]: WriteArguments): boolean => {
    if (typeof data !== 'string') return stdout.write(data, ...(rest as []));
    if (data === AT_ONCE.begin || data === AT_ONCE.end) return true;
    if (DRAWS_NOTHING.test(data)) return stdout.write(data, ...(rest as []));
    const cleared = data.startsWith(CLEARED);
    const text = cleared ? data.slice(CLEARED.length) : data.replace(ERASED, '');
    const lines = text.split('\n');
    if (lines.length !== stdout.rows || NO_STYLE.test(text) || !lines.every((line) => fits(line, stdout.columns))) {
      last = undefined;
      shown = undefined;
      const home = strayed ? `${CSI}${stdout.rows};1H` : '';
      strayed = false;
      return stdout.write(home + data, ...(rest as []));
    }
    // A terminal of another width may have moved everything.
    if (cleared || columns !== stdout.columns) shown = undefined;
    columns = stdout.columns;
    last = lines;
    const change = frameChange(shown, lines);
    shown = lines;
    return draw(change, ...rest);
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
      if (last?.length !== stdout.rows) return false;
      draw(frameChange(undefined, last));
      return true;
    },
  };
}

const STYLE = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'gu');

/** While a window gets smaller, Ink still draws for the one before. */
function fits(line: string, columns: number): boolean {
  return line.length <= columns || widthOf(line.replace(STYLE, '')) <= columns;
}
