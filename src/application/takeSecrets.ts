/** Passwords are taken out of rows before anything else sees them. */
import { isNumberText } from '../domain/codeText.js';
import { PASSWORD_MIN_LENGTH } from '../domain/readValue.js';
import type { ImportSettings } from '../domain/settings.js';
import {
  cellText,
  codePoints,
  normaliseText,
  type Cell,
  type SecretCell,
  type SecretFault,
  type SourceRow,
} from '../domain/sourceRow.js';
import { controlIn, damageIn, unseenIn } from '../domain/text/characters.js';
import { misreadText } from '../domain/text/misread.js';

export interface WithoutSecrets {
  readonly rows: readonly SourceRow[];
  readonly secrets: readonly { readonly row: number; readonly hash: string }[];
}

export type HashPassword = (password: string) => Promise<string>;

/** Replaces the password cells by what was judged of them; those that can be used are hashed. */
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
    const cell = row.cells[source.index];
    if (!holdsSecret(cell)) return row;
    const password = normaliseText(cellText(cell));
    const isTyped = typeof cell === 'object' && cell.kind === 'typed';
    const secret: SecretCell = { ...judgeSecret(cell, password), ...(isTyped && { typed: true }) };
    if (!secret.weak) passwords.push({ row: row.row, password });
    return { ...row, cells: row.cells.with(source.index, secret) };
  });
  const secrets = await Promise.all(passwords.map(async ({ row, password }) => ({ row, hash: await hash(password) })));
  return { rows: taken, secrets };
}

/** Whether there is something in a cell that is still to be taken out. */
function holdsSecret(cell: Cell | undefined): cell is Exclude<Cell, SecretCell> {
  if (cell === undefined || (typeof cell !== 'string' && cell.kind === 'secret')) return false;
  // An error may be a formula that a password stands in; others that are empty hold nothing.
  return typeof cell === 'object' && cell.kind === 'error' ? true : normaliseText(cellText(cell)) !== '';
}

function judgeSecret(cell: Exclude<Cell, SecretCell>, password: string): SecretCell {
  const fault = typeof cell === 'string' || cell.kind === 'typed' ? secretFault(password, cell) : 'kind';
  if (fault) return { kind: 'secret', weak: true, fault };
  return { kind: 'secret', weak: codePoints(password) < PASSWORD_MIN_LENGTH };
}

/** What makes a text no password that a person typed; the ends were trimmed as everywhere. */
function secretFault(password: string, cell: Cell): SecretFault | undefined {
  if (damageIn(password) !== undefined) return 'damaged';
  if (controlIn(password) !== undefined || unseenIn(password) !== undefined) return 'hidden';
  if (typeof cell !== 'string') return undefined;
  if (misreadText(password) !== undefined) return 'damaged';
  if (/^="[^]*"$/u.test(password)) return 'hidden';
  return isNumberText(password, '') ? 'kind' : undefined;
}

/**
 * In a row that lost cells, or has too many, the password may stand as many cells beside its column. Such a
 * row is rejected: what may be a password is kept nowhere.
 */
function withoutShiftedSecret(row: SourceRow, shape: NonNullable<SourceRow['shape']>, column: number): SourceRow {
  const shift = Math.abs(shape.found - shape.expected);
  const cells = row.cells.map((cell, index) =>
    Math.abs(index - column) <= shift && holdsSecret(cell) ? ({ kind: 'secret', weak: true } as const) : cell,
  );
  return { ...row, cells };
}
