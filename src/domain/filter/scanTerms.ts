/** Cuts the text of a filter into terms, whatever they say; what is judged, and what is completed, is cut the same. */
import { FILTER_FIELDS } from './filterFields.js';

export interface WrittenTerm {
  /** Where it begins in the text, and where it ends. */
  readonly from: number;
  readonly to: number;
  readonly negated: boolean;
  /** What stands before the operator; null for a bare word. */
  readonly name: string | null;
  readonly operator: ':' | '~' | null;
  /** Where its value begins, an opening quote included. */
  readonly valueFrom: number;
  readonly value: string;
  /** A quote that is not closed, or something right behind one that is. */
  readonly misquoted: boolean;
}

/** Labels such as `Command line` are written as they are; the longest is tried first. */
const WITH_BLANKS = FILTER_FIELDS.flatMap(({ nl, en }) => [nl, en])
  .filter((label) => label.includes(' '))
  .sort((one, other) => other.length - one.length)
  .map((label) => label.replaceAll(' ', '\\s+'));

const HEAD = new RegExp(`(?<minus>-?)(?:(?<name>${WITH_BLANKS.join('|')}|[^\\s:~"]*)(?<operator>[:~]))?`, 'iuy');
/** Two quotes within quotes are one. */
const QUOTED = /"(?<inner>(?:[^"]|"")*)"?/uy;
const PLAIN = /\S*/uy;
const BLANKS = /\s*/uy;

export function scanTerms(text: string): readonly WrittenTerm[] {
  const terms: WrittenTerm[] = [];
  for (let at = endOf(BLANKS, text, 0); at < text.length; at = endOf(BLANKS, text, at)) {
    const term = termAt(text, at);
    terms.push(term);
    at = term.to;
  }
  return terms;
}

function termAt(text: string, from: number): WrittenTerm {
  HEAD.lastIndex = from;
  const { minus = '', name, operator } = HEAD.exec(text)?.groups ?? {};
  const valueFrom = HEAD.lastIndex;
  const head = {
    from,
    negated: minus !== '',
    name: name ?? null,
    operator: (operator ?? null) as WrittenTerm['operator'],
    valueFrom,
  };
  if (text[valueFrom] !== '"') {
    const to = endOf(PLAIN, text, valueFrom);
    return { ...head, to, value: text.slice(valueFrom, to), misquoted: false };
  }
  QUOTED.lastIndex = valueFrom;
  const inner = QUOTED.exec(text)?.groups?.['inner'] ?? '';
  const closed = QUOTED.lastIndex === valueFrom + inner.length + 2;
  const to = endOf(PLAIN, text, QUOTED.lastIndex);
  return { ...head, to, value: inner.replaceAll('""', '"'), misquoted: !closed || to > QUOTED.lastIndex };
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.exec(text);
  return pattern.lastIndex;
}
