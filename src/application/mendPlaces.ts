/** Which column of a file somebody means who mends a cell: by the field that takes its value from it, by its header, or by its place (`#3`). */
import { fieldNamed } from '../domain/fieldNames.js';
import { fieldOf, isFieldId, type FieldId } from '../domain/fields.js';
import { columnsOf } from '../domain/madeValues.js';
import type { Run } from '../domain/run.js';
import { caseKey } from '../domain/sourceRow.js';
import { UserError } from './userError.js';

/**
 * Throws `UserError` for a name that is none, or that two columns have, and for a password, unless it is typed where nobody
 * reads along (`hidden`).
 */
export function mendedColumn(run: Pick<Run, 'settings' | 'headers'>, place: string, hidden = false): number {
  const refuse = (): never => {
    throw new UserError('wrongUse', 'usage.passwordTyped', { command: 'mend' });
  };
  if (!hidden && fieldNamed(place) === 'password') refuse();
  const column = columnNamed(run, place);
  const { password } = run.settings.mapping;
  if (!hidden && password?.kind === 'column' && password.index === column) refuse();
  return column;
}

function columnNamed({ settings, headers }: Pick<Run, 'settings' | 'headers'>, place: string): number {
  const field = fieldNamed(place);
  const source = field && settings.mapping[field];
  const found = headers.flatMap((header, index) => (caseKey(header) === caseKey(place.trim()) ? [index] : []));
  if (source?.kind === 'column') {
    // The field takes its value from one column, and another one is called so: which is meant is not certain.
    if (found.some((index) => index !== source.index))
      throw new UserError('wrongUse', 'mend.twoColumns', { header: place });
    return source.index;
  }
  // A column that is called so as well would be mended for nothing.
  if (field && source?.kind === 'fixed') throw new UserError('wrongUse', 'mend.fixed', { field: fieldOf(field).nl });
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const numbered = Number(/^#([1-9]\d{0,4})$/u.exec(place.trim())?.[1] ?? Number.NaN) - 1;
  if (numbered < headers.length || isRead(settings.mapping, numbered)) return numbered;
  if (only !== undefined) throw new UserError('wrongUse', 'mend.twoColumns', { header: place });
  if (field && source?.kind === 'composed') {
    const columns = columnsOf(source).map(({ index, header }) => header || `#${index + 1}`);
    throw new UserError('wrongUse', 'mend.composed', { field: fieldOf(field).nl, columns: columns.join(', ') });
  }
  if (field) throw new UserError('wrongUse', 'mend.noColumn', { field: fieldOf(field).nl });
  throw new UserError('wrongUse', 'mend.unknown', { place, known: placesOf(settings.mapping, headers).join(', ') });
}

/** Whether a field takes its value from a column: a file without a header has no others that are known. */
function isRead(mapping: Run['settings']['mapping'], column: number): boolean {
  return Object.values(mapping).some(
    (source) => source.kind !== 'fixed' && columnsOf(source).some(({ index }) => index === column),
  );
}

/** What a column is called; one without a name by its place. */
export function headerOf({ headers }: Pick<Run, 'headers'>, column: number): string {
  return headers[column] ?? `#${column + 1}`;
}

/** The field that takes its value from a column; undefined where none does. */
export function fieldFrom({ settings }: Pick<Run, 'settings'>, column: number): FieldId | undefined {
  return Object.entries(settings.mapping).flatMap(([id, source]) =>
    source.kind === 'column' && source.index === column && isFieldId(id) ? [id] : [],
  )[0];
}

function placesOf(mapping: Run['settings']['mapping'], headers: readonly string[]): readonly string[] {
  const fields = Object.entries(mapping).flatMap(([id, source]) => (source.kind === 'column' ? [id] : []));
  return [...new Set([...fields, ...headers.filter((header) => header !== '')])];
}
