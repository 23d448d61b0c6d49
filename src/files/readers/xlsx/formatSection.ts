/** The section of a number format that holds for a value. */
import type { FormatToken } from './formatTokens.js';

/** How a section of a number format shows a number. */
export type Showing =
  | { readonly kind: 'general' }
  /** As a date, or as a time alone. */
  | { readonly kind: 'date'; readonly ofDay: boolean }
  /** As its digits, filled up with zeros in front to this many; `grouped` above 999. */
  | { readonly kind: 'digits'; readonly zeros: number; readonly grouped: boolean }
  /** Otherwise, or not at all. */
  | { readonly kind: 'otherwise' };

export interface Section {
  readonly showing: Showing;
  /** The numbers that it is for, where it says so. */
  readonly condition?: { readonly operator: string; readonly value: number };
  /** Holds `@`, the text itself. */
  readonly showsText: boolean;
  /** Shows the text itself and nothing more. */
  readonly isText: boolean;
}

export const OTHERWISE: Showing = { kind: 'otherwise' };
const GENERAL: Showing = { kind: 'general' };

/** What the tokens of a section come to. */
export function readSection(tokens: readonly FormatToken[]): Section {
  const condition = tokens.find((token) => token.kind === 'condition');
  const shown = withoutBlankEnds(tokens.filter((token) => token.kind !== 'condition'));
  const isText = shown.length === 1 && shown[0]?.kind === 'text';
  const showsText = shown.some(({ kind }) => kind === 'text');
  return { showing: isText ? GENERAL : showingOf(shown), ...(condition ? { condition } : {}), showsText, isText };
}

/** What fills up beside a number is no part of what it says. */
function withoutBlankEnds(tokens: readonly FormatToken[]): readonly FormatToken[] {
  const first = tokens.findIndex(({ kind }) => kind !== 'blank');
  const last = tokens.findLastIndex(({ kind }) => kind !== 'blank');
  return first < 0 ? [] : tokens.slice(first, last + 1);
}

function showingOf(tokens: readonly FormatToken[]): Showing {
  if (tokens.length === 1 && tokens[0]?.kind === 'general') return GENERAL;
  const date = tokens.filter((token) => token.kind === 'date');
  if (date.length > 0)
    return tokens.some(isNoDate) ? OTHERWISE : { kind: 'date', ofDay: date.some(({ ofDay }) => ofDay) };
  const places = tokens.map((token) => (token.kind === 'digit' ? token.place : token.kind === 'comma' ? ',' : ' '));
  const [, optional = '', zeros = ''] = /^([#?,]*)([0,]*)$/u.exec(places.join('')) ?? [];
  const code = optional + zeros;
  // A comma groups between two digits alone.
  if (code.length === 0 || code.length !== places.length || code.startsWith(',') || code.endsWith(','))
    return OTHERWISE;
  return { kind: 'digits', zeros: zeros.replaceAll(',', '').length, grouped: code.includes(',') };
}

/** `Standaard` has the letters of dates and others, `@` is for texts. */
function isNoDate({ kind }: FormatToken): boolean {
  return kind === 'word' || kind === 'general' || kind === 'text';
}
