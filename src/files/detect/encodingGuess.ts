/** Whether a guess of Windows-1252 can be right, and the first value that it decided, to judge it by. */
import { cellText, type SourceRow } from '../../domain/sourceRow.js';
import { loadIconv } from '../encodings.js';
import { recogniseField } from '../mapping/fieldNames.js';
import { unreadable } from '../remarks.js';

/** Encodings that old programs still write, whose letters are punctuation in Windows-1252. */
const CANDIDATES = ['cp850', 'macintosh'] as const;

/** Signs that Windows-1252 has beside letters, without those that stand inside words in fact. */
const SIGNS = String.raw`[\u20ac\u201a\u201e\u2026\u2020\u2021\u02c6\u2030\u2039\u2018\u201c\u201d\u2022\u02dc\u2122\u203a\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b3\u00b5\u00b6\u00b8\u00b9\u00bb-\u00bf\u00d7\u00f7]`;

/** Those of them that begin no word; money, quotes, dots, the cross of the dead, ©, § and µ may. */
const NO_BEGINNING = String.raw`[\u00a2-\u00a6\u00a8\u00aa\u00ac\u00ae-\u00b3\u00b6\u00b8-\u00be]`;

/**
 * What no text in Windows-1252 has: a sign between two letters; a sign behind a letter that only opens,
 * or only follows a number; a sign before a letter that only closes; a sign at the beginning of a word, or
 * beside another; a capital within small letters; a point or a hyphen that is not drawn within a word.
 */
const IMPLAUSIBLE: readonly RegExp[] = [
  new RegExp(String.raw`\p{L}${SIGNS}\p{L}`, 'u'),
  /\p{L}[\u201a\u201e\u02c6\u2030\u2039\u00a1\u00a4\u00bf\u00a2\u00d7\u00f7]/u,
  /^[^\u201a]*\p{L}\u2018/u,
  /^[^\u201e]*\p{L}\u201c/u,
  /[\u02c6\u2030\u2122\u203a]\p{L}/u,
  /\p{Ll}[\u0160\u017d\u0152\u0178]/u,
  /\p{L}[\u0160\u017d\u0152\u0178\u00c6\u00d8]\p{Ll}/u,
  /\p{L}\u0192|\u0192\p{L}/u,
  new RegExp(String.raw`(?<![\p{L}\p{N}])${NO_BEGINNING}\p{L}{2}`, 'u'),
  new RegExp(String.raw`${NO_BEGINNING}${SIGNS}`, 'u'),
  /\p{Ll}(?:[\u00c0-\u00d6\u00d8-\u00de]\p{L}|[\u00d0\u00de])/u,
  /\p{L}\u00ad\p{L}|[^\P{L}lL]\u00b7\p{L}|\p{L}\u00b7[^\P{L}lL]/u,
];

/** Every character above ASCII that a Windows-1252 text can have. */
const NOT_ASCII = /[^\0-\u007f]/u;

/**
 * The first value that the guess at Windows-1252 decided. Throws `UnreadableFile` for a text that is
 * implausible in it, with what it would be in others. A value of a password is never told.
 */
export async function judgeGuess(
  blocks: AsyncIterable<readonly SourceRow[]>,
  table: { readonly name: string; readonly headerRow: number | null; readonly headers: readonly string[] },
): Promise<{ readonly row: number; readonly value: string } | undefined> {
  let first: { readonly row: number; readonly value: string } | undefined;
  for await (const block of blocks) {
    for (const { row, cells } of block) {
      for (const [index, cell] of cells.entries()) {
        const text = cellText(cell);
        if (!NOT_ASCII.test(text)) continue;
        const isShown = mayBeShown(text, row === table.headerRow ? undefined : table.headers[index]);
        if (IMPLAUSIBLE.some((pattern) => pattern.test(text)))
          throw await implausible(table.name, row, isShown ? text : '');
        if (isShown && row > (table.headerRow ?? 0)) first ??= { row, value: text.trim() };
      }
    }
  }
  return first;
}

/** Whether a value can be told: it stands under a field's name, or is words as a name is, and is no password. */
function mayBeShown(text: string, header: string | undefined): boolean {
  const field = recogniseField(header ?? '')?.field;
  if (field !== undefined) return field !== 'password';
  if (/wachtw|passw|pwd|geheim|secret/iu.test(header ?? '')) return false;
  return /^\s*\p{Lu}[^\d\s]+(?:\s[^\d\s]+){0,2}\s\p{Lu}[^\d\s]+\s*$/u.test(text);
}

async function implausible(file: string, row: number, text: string): Promise<Error> {
  const iconv = await loadIconv();
  const bytes = iconv.encode(text, 'windows-1252');
  const [dos = '', mac = ''] = CANDIDATES.map((encoding) => iconv.decode(bytes, encoding).trim());
  return text === ''
    ? unreadable('unreadable.guess', { file, row })
    : unreadable('unreadable.guessShown', { file, row, value: text.trim(), dos, mac });
}
