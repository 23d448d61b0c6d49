/** Passwords are taken out of rows before anything else sees them. */
import { PASSWORD_MIN_LENGTH } from '../domain/readValue.js';
import type { ImportSettings } from '../domain/settings.js';
import { cellText, codePoints, normaliseText, type Cell, type SourceRow } from '../domain/sourceRow.js';

export interface WithoutSecrets {
  readonly rows: readonly SourceRow[];
  readonly secrets: readonly { readonly row: number; readonly hash: string }[];
}

export type HashPassword = (password: string) => Promise<string>;

/** Replaces the password cells by what was judged of them; those that are long enough are hashed. */
export async function takeSecrets(
  rows: readonly SourceRow[],
  settings: ImportSettings,
  hash: HashPassword,
): Promise<WithoutSecrets> {
  const source = settings.mapping.password;
  if (source?.kind !== 'column') return { rows, secrets: [] };
  const passwords: { row: number; password: string }[] = [];
  const taken = rows.map((row) => {
    if (row.shape) return withoutShiftedSecret(row, row.shape, source.index);
    const password = passwordIn(row.cells[source.index]);
    if (password === '') return row;
    const weak = codePoints(password) < PASSWORD_MIN_LENGTH;
    if (!weak) passwords.push({ row: row.row, password });
    return { ...row, cells: row.cells.with(source.index, { kind: 'secret' as const, weak }) };
  });
  const secrets = await Promise.all(passwords.map(async ({ row, password }) => ({ row, hash: await hash(password) })));
  return { rows: taken, secrets };
}

/** Empty where there is none, where it was taken out before, and for an error cell, which is told as one. */
function passwordIn(cell: Cell | undefined): string {
  return typeof cell === 'object' && cell.kind !== 'decimal' ? '' : normaliseText(cellText(cell));
}

/**
 * In a row that lost cells, or has too many, the password may stand as many cells beside its column. Such a
 * row is rejected: what may be a password is kept nowhere.
 */
function withoutShiftedSecret(row: SourceRow, shape: NonNullable<SourceRow['shape']>, column: number): SourceRow {
  const shift = Math.abs(shape.found - shape.expected);
  const cells = row.cells.map((cell, index) =>
    Math.abs(index - column) <= shift && passwordIn(cell) !== '' ? ({ kind: 'secret', weak: true } as const) : cell,
  );
  return { ...row, cells };
}
