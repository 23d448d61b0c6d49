/** What a command answers: the same for programs and for people, of which the printer writes one. */
import type { TextKey } from '../../language/index.js';
import { table } from '../../presentation/layout.js';
import type { Line } from '../../presentation/lines.js';
import type { Align } from '../../presentation/textWidth.js';
import type { ExitStatus } from './exitStatus.js';

/** Things that are there, or chunks of them as they are read; what is not asked for is not read. */
export type Parts<Item> = readonly Item[] | AsyncIterable<readonly Item[]>;

/** What an answer that lists things calls them. */
export type ListName = 'runs' | 'environments' | 'fields' | 'definitions' | 'leftovers' | 'tokens' | 'drift';

interface Ending {
  /** 0 unless told otherwise. */
  readonly status?: ExitStatus;
  /** What was done, whatever becomes of the answer: told where it cannot be written. */
  readonly done?: string;
}

export type Answer = Ending &
  (
    | { readonly json: object; readonly lines: Parts<Line> }
    /** One object that holds an array of this name, an item a line. */
    | { readonly name: ListName; readonly list: Parts<unknown>; readonly lines: Parts<Line> }
    /** A value a line. */
    | { readonly each: Parts<unknown>; readonly lines: Parts<Line> }
    /** For people alone: help, and what stays of the wizard. */
    | { readonly lines: Parts<Line> }
    /** The same text for both, safe as it is. */
    | { readonly text: AsyncIterable<string> | Iterable<string> }
  );

/** What a command did, as JSON or as a sentence. */
export function done(json: object, text: string): Answer {
  return { json, lines: [[text]], done: text };
}

export function textLines(texts: readonly string[]): readonly Line[] {
  return texts.map((text) => [text]);
}

/** Who reads a table: in which language, and on how wide a terminal, where it is one. */
interface Reader {
  readonly say: (key: TextKey) => string;
  readonly columns?: number;
}

type Title = Extract<TextKey, `list.${string}`> extends `list.${infer Rest}` ? Rest : never;

/** Rows under the titles of their columns, as wide as the reader's terminal; `list.empty` where there are none. */
export function tableLines(
  titles: readonly Title[],
  rows: readonly (readonly string[])[],
  { say, columns }: Reader,
  alignment: readonly Align[] = [],
): readonly Line[] {
  if (rows.length === 0) return [[say('list.empty')]];
  return textLines(table([titles.map((title) => say(`list.${title}`)), ...rows], alignment, columns));
}

/** Lines that take some reading or some drawing, which JSON has no need of. */
export async function* readLater(
  read: () => Promise<readonly Line[]> | readonly Line[],
): AsyncGenerator<readonly Line[]> {
  yield await read();
}

/** A long answer, read while it is written; `none` is what people read where there is nothing. */
export function streamed<Item>(
  items: AsyncIterable<readonly Item[]>,
  json: (item: Item) => unknown,
  lines: (item: Item) => readonly Line[],
  none: string,
): { readonly each: AsyncIterable<readonly unknown[]>; readonly lines: AsyncIterable<readonly Line[]> } {
  async function* mapped(): AsyncGenerator<readonly unknown[]> {
    for await (const chunk of items) yield chunk.map(json);
  }
  async function* worded(): AsyncGenerator<readonly Line[]> {
    let any = false;
    for await (const chunk of items) {
      any ||= chunk.length > 0;
      yield chunk.flatMap(lines);
    }
    if (!any) yield [[none]];
  }
  return { each: mapped(), lines: worded() };
}
