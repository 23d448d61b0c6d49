/** What an approval is given to: a checksum over everything that a plan does, and over the limits it may do it under. */
import { createHash } from 'node:crypto';
import type { PlanChunk } from '../../application/ports/planStore.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import type { SettingsChange } from '../../domain/settingsChange.js';
import type { PlannedRow } from '../../domain/plannedRow.js';
import type { RowRecord, StoredRow } from '../plans/planRowRecords.js';

/** A checksum over the rows of a plan, taken while they are saved: what each is about, comes to and says, in no language. */
export class RowsDigest {
  private readonly hash = createHash('sha256');

  add(rows: readonly RowRecord[], { secrets, removedGroups = [] }: PlanChunk): void {
    const lines = rows.map(({ planned, detail }) => lineOf(planned, detail));
    // Another password is another plan, also where nobody may see which.
    for (const { row, hash } of secrets) lines.push(`${JSON.stringify(['password', row, hash])}\n`);
    for (const { code, description } of removedGroups) lines.push(`${JSON.stringify(['group', code, description])}\n`);
    this.hash.update(lines.join(''));
  }

  /** Rows that were stored before, of a plan without passwords. */
  addStored(rows: readonly StoredRow[]): void {
    this.hash.update(rows.map((row) => lineOf(row, row.text)).join(''));
  }

  /** Hexadecimal. */
  get value(): string {
    return this.hash.copy().digest('hex');
  }
}

function lineOf(
  { row, user, code, outcome }: Pick<PlannedRow, 'row' | 'user' | 'code' | 'outcome'>,
  detail: string,
): string {
  return `${JSON.stringify([row, user, code, outcome])}${detail}\n`;
}

/** The digest of a run: of its rows, of the settings that it changes, and of the limits that hold for it in particular. */
export function runDigest(rowsDigest: string, limits: GuardSettings, change: SettingsChange | null): string {
  const named = Object.entries(limits).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(`${rowsDigest}\n${JSON.stringify(named)}\n${change ? `${JSON.stringify(change)}\n` : ''}`)
    .digest('hex');
}
