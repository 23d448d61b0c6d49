/** The wizard on an emulated terminal, in this process, over a real engine: what it sends is shown cell by cell. */
import type { Folders } from '../../../src/application/ports/folders.js';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { Console } from 'node:console';
import { EventEmitter } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DirectoryJson } from '../../../src/application/directoryJson.js';
import { startTui } from '../../../src/tui/startTui.js';
import type { TerminalFacts, WizardEnd, WizardOptions, WizardServices } from '../../../src/tui/wizardOptions.js';
import { readDirectoryFile } from '../../../src/files/directoryFile.js';
import { readDirectoryList } from '../../../src/files/directory/directoryList.js';
import { openEngine, type Engine } from '../../support/engine.js';
import { keyBytes, pasteBytes } from '../../terminal/keys.js';
import { seenCell } from './seenCell.js';
import { timePasses } from '../../support/waiting.js';

export interface FakeTerminalOptions {
  readonly directory: DirectoryJson;
  readonly columns?: number;
  readonly rows?: number;
  readonly language?: 'nl' | 'en';
  readonly terminal?: Partial<TerminalFacts>;
  readonly start?: WizardOptions['start'];
  readonly demo?: WizardOptions['demo'];
  /** Begins at the first screen; otherwise an import is begun there, unless `start` leads past it. */
  readonly atHome?: true;
  readonly operator?: string;
  readonly engine?: Engine;
  readonly services?: Partial<WizardServices>;
  /** What opening the database waits for. */
  readonly opening?: Promise<void>;
}

// The tests' own console has none, and Ink makes one to keep stray output off its screen.
console.Console ??= Console;

class FakeInput extends EventEmitter {
  readonly isTTY = true;
  private waiting: string[] = [];
  send(text: string): void {
    this.waiting.push(text);
    this.emit('readable');
  }
  read(): string | null {
    return this.waiting.shift() ?? null;
  }
  setEncoding(): void {}
  setRawMode(): this {
    return this;
  }
  resume(): void {}
  pause(): void {}
  ref(): void {}
  unref(): void {}
}

export interface FakeTerminal {
  readonly engine: Engine;
  /** Keys one by one, each seen before the next is sent. */
  press(...keys: readonly string[]): Promise<void>;
  /** Keys that arrive in one read. */
  burst(text: string): Promise<void>;
  paste(text: string): Promise<void>;
  text(): string;
  /** Every cell with its style, to compare two screens. */
  cells(): string[];
  waitFor(expected: string | RegExp): Promise<void>;
  /** Waits until nothing is drawn for a moment. */
  settled(): Promise<void>;
  /** A person looks at the screen: longer than confirming asks for. */
  look(): void;
  resize(columns: number, rows: number): Promise<void>;
  readonly sent: () => string;
  readonly end: Promise<WizardEnd>;
  abort(): void;
}

export async function openFakeTerminal(options: FakeTerminalOptions): Promise<FakeTerminal> {
  const engine = options.engine ?? (await openEngine({ directory: options.directory, onDisk: true }));
  const emulator = new xterm.Terminal({
    cols: options.columns ?? 80,
    rows: options.rows ?? 24,
    allowProposedApi: true,
  });
  emulator.loadAddon(new Unicode11Addon());
  emulator.unicode.activeVersion = '11';
  const chunks: string[] = [];
  let drawing = Promise.resolve();
  const stdin = new FakeInput();
  const stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns: emulator.cols,
    rows: emulator.rows,
    writable: true,
    write(text: string, ...rest: unknown[]): boolean {
      chunks.push(text);
      drawing = drawing.then(
        () => new Promise<void>((resolve) => emulator.write(text.replace(/(?<!\r)\n/gu, '\r\n'), resolve)),
      );
      const done = rest.find((argument) => typeof argument === 'function') as (() => void) | undefined;
      if (done) void drawing.then(done);
      return true;
    },
  });
  const controller = new AbortController();
  // Time stands still but where a person looks at the screen: what comes too early does not hang on the machine.
  let time = 0;
  const end = startTui({
    services: async () => {
      await options.opening;
      return {
        useCases: options.operator === undefined ? engine.useCases : engine.as(options.operator),
        folders: foldersUnder(engine.folder),
        definitions: { list: async () => [], save: refused, delete: refused },
        directoryFiles: {
          read: async (path) => readDirectoryFile(path, await readFile(path, 'utf8')),
          readList: (request) => readDirectoryList(request, process.stdin),
        },
        runFiles: { rejected: refused, mended: refused, report: refused, tokens: refused, deliver: refused },
        ...options.services,
      };
    },
    language: options.language ?? 'nl',
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    terminal: { colour: true, unicode: true, ...options.terminal },
    signal: controller.signal,
    now: () => time,
    ...(options.start ? { start: options.start } : {}),
    ...(options.demo ? { demo: options.demo } : {}),
  });
  onTestFinished(async () => {
    controller.abort();
    await end.catch(() => undefined);
    await engine.close();
  });

  const lines = (): string[] =>
    Array.from(
      { length: emulator.rows },
      (_, row) => emulator.buffer.active.getLine(row)?.translateToString(true, 0, emulator.cols).trimEnd() ?? '',
    );
  const text = (): string => lines().join('\n').trimEnd();
  const settled = async (): Promise<void> => {
    let before = -1;
    while (before !== chunks.length) {
      before = chunks.length;
      await timePasses(15);
      await drawing;
    }
  };
  await settled();
  if (options.atHome !== true && options.start === undefined) {
    stdin.send('i');
    await settled();
  }
  return {
    engine,
    async press(...keys) {
      for (const key of keys) {
        stdin.send(keyBytes(key));
        // Ink waits a moment after Escape, for it may begin a longer key.
        await timePasses(key === 'escape' ? 40 : 0);
        await settled();
      }
    },
    async burst(burst) {
      stdin.send(burst);
      await settled();
    },
    async paste(pasted) {
      stdin.send(pasteBytes(pasted));
      await settled();
    },
    text,
    cells: () =>
      Array.from({ length: emulator.rows }, (_, row) => {
        const line = emulator.buffer.active.getLine(row);
        return Array.from({ length: emulator.cols }, (_column, column) => {
          const cell = line?.getCell(column);
          return cell ? seenCell(cell) : '';
        }).join('|');
      }),
    async waitFor(expected) {
      const until = Date.now() + 15_000;
      const isShown = (): boolean => (typeof expected === 'string' ? text().includes(expected) : expected.test(text()));
      while (!isShown()) {
        if (Date.now() > until) throw new Error(`not shown: ${String(expected)}\n${text()}`);
        await timePasses(20);
        await drawing;
      }
      await settled();
    },
    settled,
    look: () => {
      time += 1000;
    },
    async resize(columns, rows) {
      emulator.resize(columns, rows);
      Object.assign(stdout, { columns, rows });
      stdout.emit('resize');
      await settled();
    },
    sent: () => chunks.join(''),
    end,
    abort: () => controller.abort(),
  };
}

async function refused(): Promise<never> {
  throw new Error('nothing is written here');
}

function foldersUnder(root: string): Folders {
  return {
    async list(folder) {
      const names = await readdir(join(root, folder));
      return Promise.all(
        names.map(async (name) => {
          const { size, isDirectory } = await stat(join(root, folder, name)).then((found) => ({
            size: found.size,
            isDirectory: found.isDirectory(),
          }));
          return { name, folder: isDirectory, size: isDirectory ? 0 : size };
        }),
      );
    },
  };
}
