/** Proposes a field for a column whose name is not quite that of one. */
import { nameKey } from '../../domain/fieldNames.js';
import { distance } from 'fastest-levenshtein';
import type { ColumnSuggestion, Confidence, InspectedFile } from '../../application/ports/importFiles.js';
import type { FieldId } from '../../domain/fields.js';
import { columnContents, contradicts, fieldOfContents } from './contents.js';
import { KNOWN_NAMES } from './fieldNames.js';
import { NOT_A_FIELD } from './otherNames.js';

interface Guess {
  readonly index: number;
  readonly field: FieldId;
  readonly confidence: Exclude<Confidence, 'certain'>;
  /** Lower is better; ties go to the column that stands first. */
  readonly rank: number;
}

/**
 * The best guess for each open column, each field given once: by a name that others use for the
 * field, a near spelling, a name within a longer header, or the content alone. Content that speaks
 * against a field makes a guess no more than `possible`.
 */
export function suggestFields(
  file: InspectedFile,
  columns: readonly number[],
  fields: readonly FieldId[],
): readonly ColumnSuggestion[] {
  const free = new Set(fields);
  const guesses = columns.flatMap((index) => guessesFor(file, index)).filter(({ field }) => free.has(field));
  guesses.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const suggestions: ColumnSuggestion[] = [];
  const given = new Set<number>();
  for (const { index, field, confidence } of guesses) {
    if (given.has(index) || !free.has(field)) continue;
    given.add(index);
    free.delete(field);
    suggestions.push({ index, header: file.headers[index] || `#${index + 1}`, field, confidence });
  }
  return suggestions.sort((a, b) => a.index - b.index);
}

const NO_FIELDS: ReadonlySet<string> = new Set(NOT_A_FIELD.map(nameKey));

function guessesFor(file: InspectedFile, index: number): Guess[] {
  if (NO_FIELDS.has(nameKey(file.headers[index] ?? ''))) return [];
  const contents = columnContents(file, index);
  const byName = file.layout.headerRow === null ? [] : guessesByName(nameKey(file.headers[index] ?? ''));
  const guesses: Guess[] = byName.map(({ field, rank }) => {
    if (contradicts(contents, field)) return { index, field, confidence: 'possible', rank: rank + 10 };
    return { index, field, confidence: rank <= 1 ? 'likely' : 'possible', rank };
  });
  const byContents = fieldOfContents(contents);
  if (byContents && guesses.length === 0) guesses.push({ index, field: byContents, confidence: 'possible', rank: 8 });
  return guesses;
}

/** Shorter names than this are no clue within a longer header. */
const SHORTEST_PART = 5;

function guessesByName(key: string): { field: FieldId; rank: number }[] {
  if (key === '') return [];
  const best = new Map<FieldId, number>();
  for (const [name, { field, certain }] of KNOWN_NAMES) {
    const rank = rankOf(key, name, certain);
    if (rank !== undefined && rank < (best.get(field) ?? Infinity)) best.set(field, rank);
  }
  return [...best].map(([field, rank]) => ({ field, rank }));
}

/** How near a header is to a name: 0 the same, 1 a slip of the pen in a field's own name, more is less sure. */
function rankOf(key: string, name: string, certain: boolean): number | undefined {
  if (key === name) return 0;
  const off =
    Math.abs(key.length - name.length) <= 2 && Math.min(key.length, name.length) >= 4 ? distance(key, name) : Infinity;
  if (off === 1 && name.length >= 5) return certain ? 1 : 2;
  if (off === 2 && name.length >= 8) return certain ? 3 : 4;
  if (name.length >= SHORTEST_PART && key.includes(name)) return 5 + (key.length - name.length) / 100;
  return undefined;
}
