/**
 * The only writer to the terminal: the answer on stdout, all else on stderr. What comes from files is
 * made visible here, once, so that no command can forget it.
 */
import type { Writable } from 'node:stream';
import { UserError } from '../application/userError.js';
import { textOf, toneOf, type Line, type Tone } from '../presentation/lines.js';
import { visibleJson, visibleText } from '../presentation/visibleText.js';

/** How a tone looks on a terminal; one that is not here is not coloured. */
const STYLES: Readonly<Partial<Record<Tone, number>>> = {
  strong: 1,
  dim: 2,
  danger: 31,
  good: 32,
  warning: 33,
  accent: 36,
};

type Stream = Writable & { readonly isTTY?: boolean };

export interface OutputStreams {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

export interface OutputOptions {
  /** False for NO_COLOR and `--no-color`; a stream that is no terminal is never coloured. */
  readonly colour: boolean;
  /** The answer is JSON. */
  readonly json: boolean;
  /** Aborted, an answer that only tells what is there stops. */
  readonly signal?: AbortSignal;
}

/** An answer that was not written, or not all of it. */
export interface AnswerFailure {
  readonly reason: string;
  /** What was done all the same; undefined where nothing was changed. */
  readonly done?: string;
}

export class Output {
  /** Nobody reads stdout any more (`| head`): what is written is dropped, and long answers stop. */
  closed = false;
  private failure: string | undefined;
  private wasDone: string | undefined;
  private progressShown = false;

  constructor(
    private readonly streams: OutputStreams,
    private readonly options: OutputOptions,
  ) {
    streams.stdout.on('error', (error) => this.fail(error));
    streams.stderr.on('error', () => undefined);
  }

  get json(): boolean {
    return this.options.json;
  }

  /** A line of the answer, for people. */
  line(...spans: Line): Promise<void> {
    return this.write(`${this.shown(spans, this.streams.stdout)}\n`);
  }

  /** What a command did, as JSON or as a sentence. It is done, whatever becomes of the answer. */
  async done(json: unknown, text: string): Promise<void> {
    this.did(text);
    await (this.json ? this.jsonLine(json) : this.line(text));
  }

  /** What has been done by now, to be told where the answer itself cannot be written. */
  did(text: string): void {
    this.wasDone = text;
  }

  async lines(lines: readonly Line[]): Promise<void> {
    for (const line of lines) await this.line(...line);
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
    if (this.options.signal?.aborted && this.wasDone === undefined)
      throw new UserError('interrupted', 'command.interrupted');
    this.clearProgress();
    if (this.streams.stdout.write(text, (error) => this.fail(error))) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        for (const event of EVENTS) this.streams.stdout.off(event, done);
        resolve();
      };
      for (const event of EVENTS) this.streams.stdout.on(event, done);
    });
  }

  /** Waits until all is written; answers what went wrong with it. A reader that left early is no failure. */
  async finish(): Promise<AnswerFailure | undefined> {
    if (!this.closed) await new Promise<void>((resolve) => void this.streams.stdout.write('', () => resolve()));
    await new Promise((resolve) => setImmediate(resolve));
    if (this.failure === undefined) return undefined;
    return { reason: this.failure, ...(this.wasDone !== undefined && { done: this.wasDone }) };
  }

  private fail(error: NodeJS.ErrnoException | null | undefined): void {
    if (!error) return;
    this.closed = true;
    if (!LEFT_EARLY.has(error.code ?? '')) this.failure ??= error.message.replace(/, write$/u, '');
  }

  /** A line on stderr: errors, remarks, what was done beside the answer. */
  tell(...spans: Line): void {
    this.clearProgress();
    this.streams.stderr.write(`${this.shown(spans, this.streams.stderr)}\n`);
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

  private shown(line: Line, stream: Stream): string {
    const coloured = this.options.colour && stream.isTTY === true;
    const parts = line.map((span) => {
      const style = coloured ? STYLES[toneOf(span)] : undefined;
      const text = visibleText(textOf(span));
      return style === undefined ? text : `\x1b[${style}m${text}\x1b[0m`;
    });
    return parts.join('');
  }
}

/** Whoever reads has gone; or the stream was ended by an error that was told before. */
const LEFT_EARLY: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

const EVENTS = ['drain', 'close', 'error'] as const;
