/** What texts of a delivered file can be written in. */
import { CODE_PAGES } from '../text/codePages.js';
import type { DeliveredTexts } from './delivery.js';

/** Of Windows-1252, without the controls that stand where it has nothing. */
const WINDOWS_1252: ReadonlySet<string> = new Set(
  [...(CODE_PAGES[0]?.page.keys() ?? [])].filter((character) => !/\p{Cc}/u.test(character)),
);

/** The first text that Windows-1252 cannot hold; undefined where there is none. */
export function beyondWindows1252(texts: DeliveredTexts): string | undefined {
  return Object.values(texts).find((text) =>
    [...text].some((character) => character > '\u007f' && !WINDOWS_1252.has(character)),
  );
}

/** Whether any text has letters beyond ASCII. */
export function isBeyondAscii(texts: DeliveredTexts): boolean {
  return Object.values(texts).some((text) => /[^\0-\x7f]/u.test(text));
}
