/** Passwords are taken out of rows before anything else sees them. */
import { PASSWORD_MIN_LENGTH } from '../domain/readValue.js';
import type { ImportSettings } from '../domain/settings.js';
import { cellText, codePoints, normaliseText, type SourceRow } from '../domain/sourceRow.js';

export interface WithoutSecrets {
  readonly rows: readonly SourceRow[];
  readonly secrets: readonly { readonly row: number; readonly hash: string }[];
}

export type HashPassword = (password: string) => Promise<string>;

/** Replaces the password cells by what was judged of them; those that are long enough are hashed. */
export async function takeSecrets(rows: readonly SourceRow[], settings: ImportSettings, hash: HashPassword): Promise<WithoutSecrets> {
  const source = settings.mapping.password;
  if (source?.kind !== 'column') return { rows, secrets: [] };
  const passwords: { row: number; password: string }[] = [];
  const taken = rows.map((row) => {
    const cell = row.cells[source.index];
    if (typeof cell === 'object' && cell.kind !== 'decimal') return row;
    const password = normaliseText(cellText(cell));
    if (password === '') return row;
    const weak = codePoints(password) < PASSWORD_MIN_LENGTH;
    if (!weak) passwords.push({ row: row.row, password });
    return { ...row, cells: row.cells.with(source.index, { kind: 'secret' as const, weak }) };
  });
  const secrets = await Promise.all(passwords.map(async ({ row, password }) => ({ row, hash: await hash(password) })));
  return { rows: taken, secrets };
}
