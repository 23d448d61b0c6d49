/**
 * The only writer to the terminal: the answer on stdout, all else on stderr. What comes from files is
 * made visible here, once, so that no command can forget it.
 */
import { visibleJson, visibleText } from '../language/visibleText.js';

const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Style = keyof typeof STYLES;

/** A part of a line, in a colour or without. */
export type Piece = string | readonly [style: Style, text: string];

export interface OutputStreams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export interface OutputOptions {
  /** False for NO_COLOR and `--no-color`; a stream that is no terminal is never coloured. */
  readonly colour: boolean;
  /** The answer is JSON. */
  readonly json: boolean;
}

export class Output {
  /** Nobody reads stdout any more (`| head`): what is written is dropped, and long answers stop. */
  closed = false;
  private progressShown = false;

  constructor(
    private readonly streams: OutputStreams,
    private readonly options: OutputOptions,
  ) {
    const close = (): void => void (this.closed = true);
    streams.stdout.on('error', close);
    streams.stderr.on('error', () => undefined);
  }

  get json(): boolean {
    return this.options.json;
  }

  /** A line of the answer, for people. */
  line(...pieces: readonly Piece[]): Promise<void> {
    return this.write(`${this.shown(pieces, this.streams.stdout)}\n`);
  }

  async lines(lines: readonly (readonly Piece[])[]): Promise<void> {
    for (const pieces of lines) await this.line(...pieces);
  }

  /** A line of the answer, for programs. */
  jsonLine(value: unknown): Promise<void> {
    return this.write(`${visibleJson(value)}\n`);
  }

  /** A list for programs: one JSON array, written as it is read. */
  async jsonList(items: AsyncIterable<unknown> | Iterable<unknown>): Promise<void> {
    let separator = '[';
    for await (const item of items) {
      await this.write(`${separator}${visibleJson(item)}`);
      separator = ',\n ';
      if (this.closed) return;
    }
    await this.write(separator === '[' ? '[]\n' : ']\n');
  }

  /** A part of an answer that is written as it is read; the caller has made it safe. */
  async write(text: string): Promise<void> {
    if (this.closed) return;
    this.clearProgress();
    if (this.streams.stdout.write(text)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        for (const event of EVENTS) this.streams.stdout.off(event, done);
        resolve();
      };
      for (const event of EVENTS) this.streams.stdout.on(event, done);
    });
  }

  /** A line on stderr: errors, remarks, what was done beside the answer. */
  tell(...pieces: readonly Piece[]): void {
    this.clearProgress();
    this.streams.stderr.write(`${this.shown(pieces, this.streams.stderr)}\n`);
  }

  /** A line that is written over by the next one; on a terminal only. */
  progress(text: string): void {
    if (!this.streams.stderr.isTTY || this.options.json) return;
    this.streams.stderr.write(`\r\x1b[K${visibleText(text)}`);
    this.progressShown = true;
  }

  private clearProgress(): void {
    if (!this.progressShown) return;
    this.streams.stderr.write('\r\x1b[K');
    this.progressShown = false;
  }

  private shown(pieces: readonly Piece[], stream: NodeJS.WriteStream): string {
    const coloured = this.options.colour && stream.isTTY;
    const parts = pieces.map((piece) => {
      if (typeof piece === 'string') return visibleText(piece);
      const [style, text] = piece;
      return coloured ? `\x1b[${STYLES[style]}m${visibleText(text)}\x1b[0m` : visibleText(text);
    });
    return parts.join('');
  }
}

const EVENTS = ['drain', 'close', 'error'] as const;
