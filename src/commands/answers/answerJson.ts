/** Answers as JSON text: one object, a list of things in one, or a value a line. */
import type { ListName, Parts } from './answer.js';
import { visibleJson } from '../../presentation/visibleText.js';

/** The number of the shapes of answers: within one number, keys are only added. */
export const ANSWER_FORMAT = '1.0';

/** One line; an object says its format before all else. */
export function jsonObject(value: object): string {
  return `${visibleJson({ format: ANSWER_FORMAT, ...value })}\n`;
}

/** An object with one list, an item a line, as they are read. */
export async function* jsonList(name: ListName, items: Parts<unknown>): AsyncGenerator<string> {
  const start = `{"format":"${ANSWER_FORMAT}","${name}":[`;
  let before = start;
  for await (const chunk of chunksOf(items)) {
    if (chunk.length === 0) continue;
    yield before + chunk.map(visibleJson).join(',\n ');
    before = ',\n ';
  }
  yield before === start ? `${start}]}\n` : ']}\n';
}

export async function* jsonLines(items: Parts<unknown>): AsyncGenerator<string> {
  for await (const chunk of chunksOf(items)) yield chunk.map((item) => `${visibleJson(item)}\n`).join('');
}

export async function* chunksOf<Item>(parts: Parts<Item>): AsyncGenerator<readonly Item[]> {
  if (Symbol.asyncIterator in parts) yield* parts;
  else yield parts;
}
