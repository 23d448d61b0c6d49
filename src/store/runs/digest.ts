/** What an approval is given to: a checksum over everything that a plan does, and over the limits it may do it under. */
import { createHash, hash } from 'node:crypto';
import type { PlannedGroup } from '../../application/ports/planStore.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import type { SettingsChange } from '../../domain/settingsChange.js';
import type { PlannedRow } from '../../domain/plannedRow.js';

/** What a row is about, comes to and says, in no language. Another password is another plan, also where nobody may see which. */
export function rowDigest(
  { row, user, code, outcome }: Pick<PlannedRow, 'row' | 'user' | 'code' | 'outcome'>,
  detail: string,
  secret?: string,
): string {
  return hash('sha256', JSON.stringify([row, user, code, outcome, secret]) + detail, 'base64url');
}

/** A checksum over those of the rows of a plan, in their order, and over the groups that it removes. */
export class RowsDigest {
  private readonly hash = createHash('sha256');
  private readonly groups: string[] = [];

  add(digests: readonly string[], removedGroups: readonly PlannedGroup[] = []): void {
    this.hash.update(digests.join(''));
    for (const { code, description } of removedGroups) this.groups.push(JSON.stringify([code, description]));
  }

  /** Hexadecimal. */
  get value(): string {
    return this.hash.copy().update(this.groups.join('')).digest('hex');
  }
}

/** The digest of a run: of its rows, of the settings that it changes, and of the limits that hold for it in particular. */
export function runDigest(rowsDigest: string, limits: GuardSettings, change: SettingsChange | null): string {
  const named = Object.entries(limits).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(`${rowsDigest}\n${JSON.stringify(named)}\n${change ? `${JSON.stringify(change)}\n` : ''}`)
    .digest('hex');
}
