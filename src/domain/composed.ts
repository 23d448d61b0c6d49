/** Text with columns in it, as the source of a field (docs/rules.md, *Composed values*): `{Personeelsnummer|lower}@school.nl`. */
import { cellText, codePoints, normaliseText, type Cell } from './sourceRow.js';
import type { CellKind } from './cellKinds.js';
import { isDoubtfulNumber, isNumberText } from './codeText.js';
import { damageIn } from './text/characters.js';
import { isEmptyWord } from './text/emptyWords.js';
import { misreadText } from './text/misread.js';

/** What can be done with the text of a column, by name; those of the second list take something behind a colon. */
export const PLAIN_FUNCTIONS = ['lower', 'upper', 'trim', 'digits', 'ascii'] as const;

export type TextFunction =
  | { readonly name: (typeof PLAIN_FUNCTIONS)[number] }
  | { readonly name: 'first'; readonly count: number }
  | { readonly name: 'before' | 'after'; readonly text: string };

/** A text as it stands, or a column and what is done with its text. */
export type TemplatePart = string | { readonly column: string; readonly functions: readonly TextFunction[] };

/** A column by its place in the file. */
export interface ComposedColumn {
  readonly index: number;
  readonly header: string;
  readonly functions: readonly TextFunction[];
}
export type ComposedPart = string | ComposedColumn;

/** Why a text is no template, and where: characters from 1. */
export interface TemplateFault {
  readonly reason: 'unclosed' | 'unopened' | 'noColumn' | 'unknownFunction' | 'notANumber';
  readonly at: number;
  readonly part: string;
}

/** Whether a text has columns in it: a brace that is not written twice. */
export function hasColumns(text: string): boolean {
  return /[{}]/u.test(text.replaceAll('{{', '').replaceAll('}}', ''));
}

/** Reads a template; `{{` and `}}` are braces. */
export function readTemplate(
  text: string,
): { readonly parts: readonly TemplatePart[] } | { readonly fault: TemplateFault } {
  const parts: TemplatePart[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const two = text.slice(at, at + 2);
    if (two === '{{' || two === '}}') {
      plain += two.charAt(0);
      at += 2;
      continue;
    }
    const sign = text.charAt(at);
    if (sign === '}') return { fault: { reason: 'unopened', at: at + 1, part: text.slice(at) } };
    if (sign !== '{') {
      plain += sign;
      at += 1;
      continue;
    }
    const end = text.indexOf('}', at);
    if (end < 0) return { fault: { reason: 'unclosed', at: at + 1, part: text.slice(at) } };
    const column = readColumn(text.slice(at + 1, end), at + 1);
    if ('fault' in column) return column;
    if (plain !== '') parts.push(plain);
    plain = '';
    parts.push(column);
    at = end + 1;
  }
  return { parts: plain === '' ? parts : [...parts, plain] };
}

function readColumn(text: string, at: number): Exclude<TemplatePart, string> | { readonly fault: TemplateFault } {
  const [column = '', ...rest] = text.split('|');
  if (column.trim() === '') return { fault: { reason: 'noColumn', at, part: `{${text}}` } };
  const functions: TextFunction[] = [];
  for (const one of rest) {
    const read = readFunction(one);
    if (typeof read === 'string') return { fault: { reason: read, at, part: one.trim() } };
    functions.push(read);
  }
  return { column: column.trim(), functions };
}

function readFunction(text: string): TextFunction | 'unknownFunction' | 'notANumber' {
  const colon = text.indexOf(':');
  const name = (colon < 0 ? text : text.slice(0, colon)).trim().toLowerCase();
  const behind = colon < 0 ? '' : text.slice(colon + 1);
  const plain = PLAIN_FUNCTIONS.find((one) => one === name);
  if (plain !== undefined && colon < 0) return { name: plain };
  if (name === 'first') return /^\s*[1-9]\d{0,3}\s*$/u.test(behind) ? { name, count: Number(behind) } : 'notANumber';
  return (name === 'before' || name === 'after') && behind !== '' ? { name, text: behind } : 'unknownFunction';
}

/** What a row gives for a composed source. */
export interface Composed {
  /** Empty where a column is. */
  readonly text: string;
  /** The first column of which nothing is left. */
  readonly empty?: string;
  /** A date is read as such: what its field says of dates holds. */
  readonly kind?: CellKind;
  /** A text of a column that is not certainly what a person meant: nothing is made of it. */
  readonly doubtful?: Doubt;
}

/** Why a text is doubtful: what kind of cell it stands in, a program's word for nothing, or damage. */
export interface Doubt {
  readonly text: string;
  readonly why: CellKind | 'word' | 'damage';
}

/** A value of which one column is empty would be half a value: it is none. */
export function composedText(parts: readonly ComposedPart[], cells: readonly Cell[]): Composed {
  let text = '';
  let kind: CellKind | undefined;
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const cell = cells[part.index];
    const held = normaliseText(cellText(cell));
    // Judged before its functions: what is left behind them looks like anything.
    const why = doubtOf(cell, held);
    if (why !== undefined) return { text: '', doubtful: { text: held, why } };
    const value = part.functions.reduce(applied, held);
    if (value === '') return { text: '', empty: part.header };
    if (typeof cell === 'object' && cell.kind === 'date') kind = 'date';
    text += value;
  }
  return { text: normaliseText(text), ...(kind !== undefined && { kind }) };
}

/** What a person typed over is what is meant. */
function doubtOf(cell: Cell | undefined, text: string): Doubt['why'] | undefined {
  if (text === '') return typeof cell === 'object' && cell.kind === 'error' ? 'error' : undefined;
  const kind = typeof cell === 'object' ? cell.kind : undefined;
  if (kind === 'typed' || kind === 'date') return undefined;
  if (kind === 'number') return isDoubtfulNumber(text, '') ? kind : undefined;
  if (kind !== undefined) return kind;
  if (isNumberText(text, '')) return 'decimal';
  if (isEmptyWord(text)) return 'word';
  return damageIn(text) !== undefined || misreadText(text) !== undefined ? 'damage' : undefined;
}

function applied(text: string, one: TextFunction): string {
  switch (one.name) {
    case 'lower':
      return text.toLowerCase();
    case 'upper':
      return text.toUpperCase();
    case 'trim':
      return text.replaceAll(/\s+/gu, '');
    case 'digits':
      return text.replaceAll(/\D/gu, '');
    case 'ascii':
      return inAscii(text);
    case 'first':
      return codePoints(text) <= one.count ? text : [...text].slice(0, one.count).join('');
    case 'before':
      return text.includes(one.text) ? text.slice(0, text.indexOf(one.text)).trim() : text;
    case 'after':
      return text.includes(one.text) ? text.slice(text.indexOf(one.text) + one.text.length).trim() : text;
  }
}

/** Letters that are no letter with a mark. */
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D' },
  ...{ þ: 'th', Þ: 'Th', ı: 'i', '’': "'", '‘': "'", '–': '-', '—': '-' },
};

/** Letters without their marks. What has no letter of ASCII stays, so that it is seen. */
function inAscii(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\0-\x7f]/gu, (letter) => OTHER_LETTERS[letter] ?? letter);
}
