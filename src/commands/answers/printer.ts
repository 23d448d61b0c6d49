/**
 * The only writer to the terminal: the answer on stdout, all else on stderr. What comes from files is
 * made visible here, once, so that no command can forget it.
 */
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import type { OutputTarget } from '../../application/ports/outputFiles.js';
import { UserError } from '../../application/userError.js';
import type { Answer, Parts } from './answer.js';
import { ANSWER_FORMAT, chunksOf, jsonLines, jsonList, jsonObject } from './answerJson.js';
import type { ErrorJson } from './schemas/error.js';
import { Progress, type Step } from './progress.js';
import { textOf, toneOf, type Line, type Tone } from '../../presentation/lines.js';
import { plainMarks, visibleJson, visibleText } from '../../presentation/visibleText.js';

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

export interface PrinterStreams {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

export interface PrinterOptions {
  /** False for NO_COLOR and `--no-color`; a stream that is no terminal is never coloured. */
  readonly colour: boolean;
  /** The answer is JSON, and so is every line on stderr. */
  readonly json: boolean;
  /** Remarks that nobody has to act on are left out, and progress. */
  readonly quiet?: boolean;
  /** False where the locale has no more than ASCII: arrows, ellipses and quotation marks are ASCII then. */
  readonly unicode?: boolean;
  /** Progress is told as JSON on stderr, to whoever reads it. */
  readonly progressJson?: boolean;
  /** Aborted, an answer that only tells what is there stops. */
  readonly signal?: AbortSignal;
}

/** Something that is told beside the answer. */
export interface Note {
  /** Of its text; absent where it has none of its own. */
  readonly code?: string;
  /** Told with `--quiet` as well: it asks something, went wrong, or was guessed. */
  readonly kept?: boolean;
}

/** An answer that was not written, or not all of it. */
export interface AnswerFailure {
  readonly reason: string;
  /** What was done all the same; undefined where nothing was changed. */
  readonly done?: string;
}

export class Printer {
  /** Nobody reads stdout any more (`| head`): what is written is dropped, and long answers stop. */
  private closed = false;
  private wrote = false;
  private failure: string | undefined;
  private wasDone: string | undefined;
  private readonly told: Progress;

  constructor(
    private readonly streams: PrinterStreams,
    private readonly options: PrinterOptions,
  ) {
    streams.stdout.on('error', (error) => this.fail(error));
    streams.stderr.on('error', () => undefined);
    this.told = new Progress(streams.stderr, options);
  }

  /** Writes an answer, to the last word of it unless nobody reads on. */
  async print(answer: Answer): Promise<void> {
    this.wasDone = answer.done ?? this.wasDone;
    const { json } = this.options;
    if ('text' in answer) await this.write(answer.text);
    else if (json && 'json' in answer) await this.write([jsonObject(answer.json)]);
    else if (json && 'each' in answer) await this.write(jsonLines(answer.each));
    else if (json && 'list' in answer) await this.write(jsonList(answer.name, answer.list));
    else await this.write(this.worded(answer.lines));
  }

  private async *worded(lines: Parts<Line>): AsyncGenerator<string> {
    for await (const chunk of chunksOf(lines))
      yield chunk.map((line) => `${this.shown(line, this.streams.stdout)}\n`).join('');
  }

  private async write(parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
    for await (const part of parts) {
      await this.writePart(part);
      if (this.closed) return;
    }
  }

  /**
   * Writes what would else be a file. On a terminal, what it would obey is shown; throws `UserError` for a workbook there.
   */
  async writeFile({ as }: OutputTarget, write: (stream: Writable) => Promise<void>): Promise<void> {
    const onTerminal = this.streams.stdout.isTTY === true;
    if (onTerminal && as === 'xlsx') throw new UserError('wrongUse', 'usage.workbookOnTerminal');
    const decoder = new StringDecoder('utf8');
    const stream = new Writable({
      write: (bytes: Buffer, _encoding, done) => {
        this.writePart(onTerminal ? shownText(decoder.write(bytes)) : bytes).then(
          () => done(this.closed ? new Error('nobody reads on') : null),
          done,
        );
      },
    });
    const end = finished(stream);
    try {
      await Promise.race([write(stream).then(() => stream.end()), end]);
      await end;
    } catch (error) {
      if (!this.closed) throw error;
    }
  }

  private async writePart(text: string | Uint8Array): Promise<void> {
    if (this.closed) return;
    if (this.options.signal?.aborted && this.wasDone === undefined)
      throw new UserError('interrupted', 'command.interrupted');
    this.told.clear();
    this.wrote = true;
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
    // Nothing was to be written: what becomes of nothing is no failure.
    if (!this.wrote) return undefined;
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

  /** Something beside the answer, on stderr: a remark, a question, what was done meanwhile. */
  note(line: Line, { code, kept = false }: Note = {}): void {
    if (this.options.quiet && !kept) return;
    if (!this.options.json) return this.tell(line);
    const text = line.map(textOf).join('').trim();
    if (text === '') return;
    this.object({ format: ANSWER_FORMAT, event: 'note', ...(code !== undefined && { code }), text });
  }

  /** Why the program stopped: the lines that say so, or the same as JSON. */
  error(lines: readonly Line[], json: ErrorJson): void {
    if (this.options.json) this.object({ format: ANSWER_FORMAT, error: json });
    else for (const line of lines) this.tell(line);
  }

  progress(step: Step): void {
    this.told.tell(step);
  }

  private tell(line: Line): void {
    this.told.clear();
    this.streams.stderr.write(`${this.shown(line, this.streams.stderr)}\n`);
  }

  private object(value: object): void {
    this.told.clear();
    this.streams.stderr.write(`${visibleJson(value)}\n`);
  }

  private shown(line: Line, stream: Stream): string {
    const coloured = this.options.colour && stream.isTTY === true;
    const parts = line.map((span) => {
      const style = coloured ? STYLES[toneOf(span)] : undefined;
      const visible = visibleText(textOf(span));
      const text = this.options.unicode === false ? plainMarks(visible) : visible;
      return style === undefined ? text : `\x1b[${style}m${text}\x1b[0m`;
    });
    return parts.join('');
  }
}

/** Lines of a file as a terminal may have them. */
function shownText(text: string): string {
  return text.replace(/^\ufeff|\r(?=\n|$)/gu, '').replace(/[^\n\t]+/gu, visibleText);
}

/** Whoever reads has gone; or the stream was ended by an error that was told before. */
const LEFT_EARLY: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

const EVENTS = ['drain', 'close', 'error'] as const;
