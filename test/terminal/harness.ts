/**
 * A person at a terminal: a program on a real pty, its output read by a terminal emulator, so that a
 * test sees the screen as a person sees it and not the bytes that made it.
 *
 *     const terminal = openTerminal({ args: ['dist/instroom.js'], columns: 80, rows: 24 });
 *     await terminal.waitFor('Gebruiker');
 *     terminal.press('down', 'enter');
 *     await terminal.snapshot('environment');
 *
 * What a test opens is closed when the test ends.
 */
import { Unicode11Addon } from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { spawn } from '@lydell/node-pty';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { keyBytes, pasteBytes } from './keys.js';
import { whenTimeIsUp } from '../support/waiting.js';
import { stylesOf } from './screenStyles.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCREENS = fileURLToPath(new URL('screens/', import.meta.url));

export interface TerminalOptions {
  /** The program; the Node that runs the tests unless told otherwise. */
  readonly command?: string;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  /** Added to the tests' own environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The project's root unless told otherwise. */
  readonly cwd?: string;
}

export interface Cell {
  /** Empty for the second half of a wide character. */
  readonly text: string;
  /** 2 for a wide character, 0 for its second half. */
  readonly width: number;
  /** Number of a palette colour, `#rrggbb`, or nothing for the terminal's own. */
  readonly foreground?: number | string;
  readonly background?: number | string;
  readonly inverse: boolean;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
}

export interface Exit {
  readonly code: number;
  /** Number of the signal that ended it, if one did. */
  readonly signal?: number;
}

export interface SnapshotOptions {
  /** What differs from run to run, and what stands in its place. */
  readonly mask?: readonly (readonly [RegExp, string])[];
  /** Whether colours and weights are kept as well, in `screens/<name>.styles.txt`. */
  readonly styled?: boolean;
}

/** What can be waited for: text on one line of the screen, or in all of it, or any thought about it. */
export type Expected = string | RegExp | ((lines: readonly string[]) => boolean);

export interface TestTerminal {
  /** The visible lines, without the blanks at their ends; as many as the terminal has rows. */
  screen(): string[];
  /** The visible lines as one text, without the empty ones at the end. */
  text(): string;
  /** Every cell of the screen, row by row. */
  cells(): Cell[][];
  /** Where the cursor is, from 0, and whether it can be seen. */
  readonly cursor: { readonly column: number; readonly row: number; readonly visible: boolean };
  /** Whether the program is on the alternate screen. */
  readonly alternate: boolean;
  /** Bytes that the program has sent since it was started. */
  readonly received: number;
  /** When the last of them came, by `performance.now()`; the emulator draws them later. */
  readonly lastReceived: number;
  /** All that the program has sent, as it was sent. */
  readonly output: string;
  readonly pid: number;
  /** Keys by name (`enter`, `ctrl+c`) or text, one after the other in one go, as fast typing over SSH arrives. */
  press(...keys: readonly string[]): void;
  /** Pastes; the program sees marks around it if it asked for them. */
  paste(text: string): void;
  /** Waits until the screen shows it; the error of one that never comes shows the screen. */
  waitFor(expected: Expected, timeout?: number): Promise<void>;
  /** Waits until the program has sent nothing for a while. */
  settled(quietFor?: number, timeout?: number): Promise<void>;
  resize(columns: number, rows: number): void;
  signal(name: string): void;
  /** Takes the terminal away, as a lost connection does: the program gets SIGHUP, and nothing that it still sends arrives. */
  hangUp(): void;
  /** Compares the screen with `screens/<name>.txt`, which `vitest -u` writes anew. */
  snapshot(name: string, options?: SnapshotOptions): Promise<void>;
  /** When the program has ended and its last output is on the screen. */
  readonly exit: Promise<Exit>;
  /** Ends the program, roughly if need be. */
  close(): Promise<void>;
}

/** Variables of the tests that a person's terminal has not, or that would decide about colour and interaction. */
const NOT_INHERITED =
  /^(CI|CI_.*|CONTINUOUS_INTEGRATION|FORCE_COLOR|NO_COLOR|NODE_OPTIONS|NODE_ENV|NODE_V8_COVERAGE|DEV|MODE|PROD|SSR|TEST|VITEST.*|npm_.*|TMUX.*|COLUMNS|LINES|BASE_URL|INK_.*)$/u;

function environment(added: TerminalOptions['env'] = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name));
  const all = {
    ...Object.fromEntries(inherited),
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    LANG: 'C.UTF-8',
    LC_ALL: undefined,
    ...added,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** How long a person waits at most, on a busy machine. */
const PATIENCE = 15_000;

/** Starts a program on a terminal of its own. */
export function openTerminal(options: TerminalOptions = {}): TestTerminal {
  const { command = process.execPath, args = [], columns = 80, rows = 24, cwd = ROOT } = options;
  const emulator = new xterm.Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true });
  emulator.loadAddon(new Unicode11Addon());
  emulator.unicode.activeVersion = '11';
  // `encoding: null` hands over bytes: the emulator puts characters that were cut in two together again.
  const pty = spawn(command, [...args], { cols: columns, rows, cwd, env: environment(options.env), encoding: null });

  const chunks: Buffer[] = [];
  let received = 0;
  let lastData = performance.now();
  let cursorVisible = true;
  let running = true;
  /** Set once the last output is on the screen. */
  let ended: Exit | undefined;
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
  };

  emulator.parser.registerCsiHandler({ prefix: '?', final: 'h' }, (params) => {
    if (params.includes(25)) cursorVisible = true;
    return false;
  });
  emulator.parser.registerCsiHandler({ prefix: '?', final: 'l' }, (params) => {
    if (params.includes(25)) cursorVisible = false;
    return false;
  });
  pty.onData((data) => {
    const bytes = Buffer.from(data);
    chunks.push(bytes);
    received += bytes.length;
    lastData = performance.now();
    emulator.write(bytes, changed);
  });
  // A real terminal answers when a program asks what it is and where the cursor stands.
  emulator.onData((answer) => {
    if (running) pty.write(answer);
  });

  const exit = new Promise<Exit>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      running = false;
      emulator.write('', () => {
        ended = { code: exitCode, ...(signal ? { signal } : {}) };
        changed();
        resolve(ended);
      });
    });
  });

  const screen = (): string[] => {
    const { active } = emulator.buffer;
    return Array.from(
      { length: emulator.rows },
      (_, row) =>
        active
          .getLine(active.baseY + row)
          ?.translateToString(true)
          .trimEnd() ?? '',
    );
  };
  const text = (): string => screen().join('\n').replace(/\n+$/u, '');

  const isShown = (expected: Expected): boolean => {
    const lines = screen();
    if (typeof expected === 'string') return lines.some((line) => line.includes(expected));
    return expected instanceof RegExp ? expected.test(lines.join('\n')) : expected(lines);
  };

  const isAtRest = (quietFor: number): boolean => ended !== undefined || performance.now() - lastData >= quietFor;

  /** Looks at every change, and now and then without one, until it is so. */
  const until = (isSo: () => boolean, timeout: number, complaint: () => string): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (error?: Error): void => {
        watchers.delete(look);
        clearInterval(now);
        stopTimer();
        if (error) reject(error);
        else resolve();
      };
      const look = (): void => {
        try {
          if (isSo()) done();
          else if (ended)
            done(new Error(`${complaint()}; the program has ended with status ${ended.code}\n${framed()}`));
        } catch (error) {
          done(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const now = setInterval(look, 50);
      const late = (): void => done(new Error(`${complaint()} within ${timeout} ms\n${framed()}`));
      const stopTimer = whenTimeIsUp(timeout, late);
      watchers.add(look);
      look();
    });

  const framed = (): string => {
    const edge = '─'.repeat(emulator.cols);
    return `┌${edge}┐\n${text()
      .split('\n')
      .map((line) => `│${line}`)
      .join('\n')}\n└${edge}┘`;
  };

  const terminal: TestTerminal = {
    screen,
    text,
    cells() {
      const { active } = emulator.buffer;
      return Array.from({ length: emulator.rows }, (_row, row) => {
        const line = active.getLine(active.baseY + row);
        return Array.from({ length: emulator.cols }, (_column, column) => readCell(line?.getCell(column)));
      });
    },
    get cursor() {
      const { active } = emulator.buffer;
      return { column: active.cursorX, row: active.cursorY, visible: cursorVisible };
    },
    get alternate() {
      return emulator.buffer.active.type === 'alternate';
    },
    get received() {
      return received;
    },
    get lastReceived() {
      return lastData;
    },
    get output() {
      return Buffer.concat(chunks).toString('utf8');
    },
    pid: pty.pid,
    press(...keys) {
      pty.write(keys.map(keyBytes).join(''));
    },
    paste(pasted) {
      pty.write(emulator.modes.bracketedPasteMode ? pasteBytes(pasted) : pasted.replace(/\r?\n/gu, '\r'));
    },
    waitFor(expected, timeout = PATIENCE) {
      const what = typeof expected === 'function' ? 'what was waited for' : JSON.stringify(String(expected));
      return until(
        () => isShown(expected),
        timeout,
        () => `The terminal did not show ${what}`,
      );
    },
    settled(quietFor = 150, timeout = PATIENCE) {
      return until(
        () => isAtRest(quietFor),
        timeout,
        () => 'The terminal did not come to rest',
      );
    },
    resize(newColumns, newRows) {
      emulator.resize(newColumns, newRows);
      pty.resize(newColumns, newRows);
    },
    signal(name) {
      pty.kill(name);
    },
    hangUp() {
      // It has this on Unix, which its types don't tell.
      (pty as unknown as { destroy(): void }).destroy();
    },
    async snapshot(name, { mask = [], styled = false } = {}) {
      const masked = (): string => mask.reduce((all, [pattern, stand]) => all.replace(pattern, stand), `${text()}\n`);
      const path = `${SCREENS}${name}.txt`;
      const recorded = await readFile(path, 'utf8').catch(() => undefined);
      // What was waited for may stand in the first half of a frame: a screen that is another one has to be at rest.
      await until(
        () => masked() === recorded || isAtRest(500),
        PATIENCE,
        () => `The terminal did not come to rest for ${name}`,
      );
      await expect(masked()).toMatchFileSnapshot(path);
      if (!styled) return;
      // The last styles may be drawn after the last letters.
      const stylesPath = `${SCREENS}${name}.styles.txt`;
      const recordedStyles = await readFile(stylesPath, 'utf8').catch(() => undefined);
      const styles = (): string => stylesOf(terminal.cells());
      await until(
        () => styles() === recordedStyles || isAtRest(500),
        PATIENCE,
        () => `The terminal did not come to rest for the styles of ${name}`,
      );
      await expect(styles()).toMatchFileSnapshot(stylesPath);
    },
    exit,
    async close() {
      if (running) {
        pty.kill('SIGTERM');
        const stopTimer = whenTimeIsUp(2_000, () => pty.kill('SIGKILL'));
        await exit;
        stopTimer();
      }
      emulator.dispose();
    },
  };
  closeAfterTest(terminal);
  return terminal;
}

function closeAfterTest(terminal: TestTerminal): void {
  try {
    onTestFinished(() => terminal.close());
  } catch {
    // Opened in a hook: whoever did that closes it.
  }
}

type BufferCell = NonNullable<ReturnType<NonNullable<ReturnType<xterm.IBuffer['getLine']>>['getCell']>>;

function readCell(cell: BufferCell | undefined): Cell {
  if (!cell) return { text: '', width: 1, inverse: false, bold: false, dim: false, underline: false };
  const text = cell.getChars() || (cell.getWidth() === 0 ? '' : ' ');
  const inverse = cell.isInverse() !== 0;
  // Of a blank nobody sees what colour and weight a letter would have there.
  const isBlank = text.trim() === '' && !inverse;
  const foreground = isBlank ? undefined : colour(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor());
  const background = colour(cell.isBgRGB(), cell.isBgPalette(), cell.getBgColor());
  return {
    text,
    width: cell.getWidth(),
    ...(foreground === undefined ? {} : { foreground }),
    ...(background === undefined ? {} : { background }),
    inverse,
    bold: !isBlank && cell.isBold() !== 0,
    dim: !isBlank && cell.isDim() !== 0,
    underline: cell.isUnderline() !== 0,
  };
}

function colour(isRgb: boolean, isPalette: boolean, value: number): number | string | undefined {
  if (isRgb) return `#${value.toString(16).padStart(6, '0')}`;
  return isPalette ? value : undefined;
}
