/** What can stand where somebody is typing a filter: a field by its name, or a value of the field before it. */
import { SITE_LANGUAGES } from '../fields.js';
import { caseKey } from '../sourceRow.js';
import type { FilterVocabulary } from './filterFields.js';
import { scanTerms, type WrittenTerm } from './scanTerms.js';

/** What is offered besides the fields themselves. */
export interface FilterWords<Field extends string> {
  readonly vocabulary: FilterVocabulary<Field>;
  readonly language: 'nl' | 'en';
  /** Yes and no, as a person is told of them. */
  readonly yesNo: readonly [yes: string, no: string];
  /** Codes of environments and groups, and applications of tokens, as far as they are known. */
  readonly known: Readonly<Partial<Record<Field, readonly string[]>>>;
}

/** A part of the text, and what can take its place. */
export interface FilterCompletion {
  readonly from: number;
  readonly to: number;
  readonly texts: readonly string[];
}

export function completeFilter<Field extends string>(
  text: string,
  cursor: number,
  words: FilterWords<Field>,
): FilterCompletion {
  const { from, to, valueOf } = placeInFilter(text, cursor, words.vocabulary);
  const begins = text.slice(from, cursor);
  return { from, to, texts: valueOf === null ? fieldsLike(begins, words) : valuesLike(valueOf, begins, words) };
}

/** The part of a filter that the cursor stands in. */
interface PlaceInFilter {
  readonly from: number;
  readonly to: number;
  /** The term whose value it is; null where it is a field. */
  readonly valueOf: WrittenTerm | null;
}

export function placeInFilter(
  text: string,
  cursor: number,
  vocabulary: Pick<FilterVocabulary<never>, 'withBlanks'>,
): PlaceInFilter {
  const term = scanTerms(text, vocabulary).find(({ from, to }) => from <= cursor && cursor <= to);
  if (!term) return { from: cursor, to: cursor, valueOf: null };
  if (term.name !== null && cursor >= term.valueFrom) return { from: term.valueFrom, to: term.to, valueOf: term };
  const from = term.from + (term.negated ? 1 : 0);
  return { from, to: term.name === null ? term.to : term.valueFrom, valueOf: null };
}

function fieldsLike<Field extends string>(
  begins: string,
  { language, vocabulary }: FilterWords<Field>,
): readonly string[] {
  const isMeant = startsLike(begins);
  return vocabulary.fields.filter(({ id, nl, en }) => [id, nl, en].some(isMeant)).map((field) => `${field[language]}:`);
}

function valuesLike<Field extends string>(
  { name }: WrittenTerm,
  begins: string,
  words: FilterWords<Field>,
): readonly string[] {
  const field = words.vocabulary.named(name ?? '');
  if (field === undefined) return [];
  return knownValues(field, words)
    .filter(startsLike(begins.replace(/^"/u, '')))
    .map(quoted);
}

/** Values that a field can have, as far as they are known. */
export function knownValues<Field extends string>(
  field: Field,
  { yesNo, known, vocabulary }: Omit<FilterWords<Field>, 'language'>,
): readonly string[] {
  const own = known[field] ?? [];
  if (vocabulary.isYesNo(field)) return yesNo;
  if (field === 'token') return [...yesNo, ...own];
  return field === 'siteLanguage' ? SITE_LANGUAGES : own;
}

/** Whether a text begins so, in whatever case. */
export function startsLike(begins: string): (text: string) => boolean {
  const key = caseKey(begins);
  return (text) => caseKey(text).startsWith(key);
}

/** A value as it is written in a filter. */
export function quoted(value: string): string {
  return /[\s"]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
