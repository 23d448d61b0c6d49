/** How far a command is: a line on the terminal that the next one takes the place of, or events for a program. */
import type { Writable } from 'node:stream';
import { plainMarks, visibleText } from '../../presentation/visibleText.js';
import { ANSWER_FORMAT } from './answerJson.js';

/** Events that a program reads come no faster, in milliseconds. */
const PAUSE_MS = 100;

export interface Step {
  readonly step: 'read' | 'plan' | 'apply' | 'write';
  /** Of `read` bytes, of the others rows. */
  readonly done: number;
  /** Undefined while the end is not known. */
  readonly total?: number;
  /** The same for people; empty where they need no line of it. */
  readonly text: string;
}

export class Progress {
  private shown = false;
  private last: { readonly step: Step['step']; readonly at: number } | undefined;

  constructor(
    private readonly stderr: Writable & { readonly isTTY?: boolean },
    private readonly options: {
      readonly json: boolean;
      readonly progressJson?: boolean;
      readonly quiet?: boolean;
      readonly unicode?: boolean;
    },
  ) {}

  tell(step: Step): void {
    if (this.options.progressJson) return this.event(step);
    if (!this.stderr.isTTY || this.options.json || this.options.quiet || step.text === '') return;
    const text = visibleText(step.text);
    this.stderr.write(`\r\x1b[K${this.options.unicode === false ? plainMarks(text) : text}`);
    this.shown = true;
  }

  /** Takes the line away, before something else is written. */
  clear(): void {
    if (!this.shown) return;
    this.stderr.write('\r\x1b[K');
    this.shown = false;
  }

  /** The first of each step, its end, and not too many between them. */
  private event({ step, done, total = null }: Omit<Step, 'total'> & { readonly total?: number | null }): void {
    const now = Date.now();
    const soon = this.last?.step === step && now - this.last.at < PAUSE_MS;
    if (soon && done !== total) return;
    this.last = { step, at: now };
    this.stderr.write(`${JSON.stringify({ format: ANSWER_FORMAT, event: 'progress', step, done, total })}\n`);
  }
}
