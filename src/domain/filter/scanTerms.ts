/** Cuts the text of a filter into terms, whatever they say; what is judged, and what is completed, is cut the same. */
import type { FilterVocabulary } from './filterFields.js';

type Labels = Pick<FilterVocabulary<never>, 'withBlanks'>;

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

/** What stands before a value; labels such as `Command line` are written as they are. */
function headOf({ withBlanks }: Labels): RegExp {
  const labels = withBlanks.map((label) => `${label.replaceAll(' ', '\\s+')}|`).join('');
  return new RegExp(`(?<minus>-?)(?:(?<name>${labels}[^\\s:~"]*)(?<operator>[:~]))?`, 'iuy');
}
/** Two quotes within quotes are one. */
const QUOTED = /"(?<inner>(?:[^"]|"")*)"?/uy;
const PLAIN = /\S*/uy;
const BLANKS = /\s*/uy;

export function scanTerms(text: string, vocabulary: Labels): readonly WrittenTerm[] {
  const head = headOf(vocabulary);
  const terms: WrittenTerm[] = [];
  for (let at = endOf(BLANKS, text, 0); at < text.length; at = endOf(BLANKS, text, at)) {
    const term = termAt(text, at, head);
    terms.push(term);
    at = term.to;
  }
  return terms;
}

function termAt(text: string, from: number, head: RegExp): WrittenTerm {
  head.lastIndex = from;
  const { minus = '', name, operator } = head.exec(text)?.groups ?? {};
  const valueFrom = head.lastIndex;
  const begun = {
    from,
    negated: minus !== '',
    name: name ?? null,
    operator: (operator ?? null) as WrittenTerm['operator'],
    valueFrom,
  };
  if (text[valueFrom] !== '"') {
    const to = endOf(PLAIN, text, valueFrom);
    return { ...begun, to, value: text.slice(valueFrom, to), misquoted: false };
  }
  QUOTED.lastIndex = valueFrom;
  const inner = QUOTED.exec(text)?.groups?.['inner'] ?? '';
  const closed = QUOTED.lastIndex === valueFrom + inner.length + 2;
  const to = endOf(PLAIN, text, QUOTED.lastIndex);
  return { ...begun, to, value: inner.replaceAll('""', '"'), misquoted: !closed || to > QUOTED.lastIndex };
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.exec(text);
  return pattern.lastIndex;
}
