/**
 * Stands between the keyboard and Ink: what the terminal answers by itself is no key. An answer to the
 * program before (the background's colour, the terminal's name) may arrive late on a slow line; Ink would
 * take it for an Alt key and text.
 */

import { ESCAPE } from './style.js';

const BELL = String.fromCodePoint(0x07);

/** Operating system commands, device control and the like: all that is text between a start and an end. */
const ANSWER = new RegExp(
  `${ESCAPE}(?:\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)|[P_^X][^${ESCAPE}]*${ESCAPE}\\\\)`,
  'gu',
);

export function keysOnly(stdin: NodeJS.ReadStream): NodeJS.ReadStream {
  const read = (size?: number): unknown => {
    for (;;) {
      const chunk: unknown = stdin.read(size);
      if (typeof chunk !== 'string') return chunk;
      const keys = chunk.replace(ANSWER, '');
      if (keys !== '') return keys;
    }
  };
  return new Proxy(stdin, {
    get(target, property) {
      if (property === 'read') return read;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
