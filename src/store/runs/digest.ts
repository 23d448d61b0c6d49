/** What an approval is given to: a checksum over everything that a plan does, and over the limits it may do it under. */
import { createHash } from 'node:crypto';
import type { PlanChunk } from '../../application/ports/planStore.js';
import type { GuardSettings } from '../../domain/guards.js';
import type { SettingsChange } from '../../domain/settingsChange.js';

/** A checksum over the rows of a plan, taken while they are saved: one line of JSON a row, without any language. */
export class RowsDigest {
  private readonly hash = createHash('sha256');

  add({ rows, secrets, removedGroups = [] }: PlanChunk): void {
    for (const { planned } of rows) {
      const { row, user, code, outcome, changes, groups, tokensRevoked, messages } = planned;
      this.line([
        row,
        user,
        code,
        outcome,
        changes.map((change) => [change.environment, change.user, change.fields]),
        [groups.added, groups.removed, groups.created],
        tokensRevoked,
        messages.map(({ code: message, level, field }) => [message, level, field]),
      ]);
    }
    // Another password is another plan, also where nobody may see which.
    for (const { row, hash } of secrets) this.line(['password', row, hash]);
    for (const { code, description } of removedGroups) this.line(['group', code, description]);
  }

  private line(values: readonly unknown[]): void {
    this.hash.update(`${JSON.stringify(values)}\n`);
  }

  /** Hexadecimal. */
  get value(): string {
    return this.hash.copy().digest('hex');
  }
}

/** The digest of a run: of its rows, of the settings that it changes, and of the limits that hold for it in particular. */
export function runDigest(rowsDigest: string, limits: GuardSettings, change: SettingsChange | null): string {
  const named = Object.entries(limits).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(`${rowsDigest}\n${JSON.stringify(named)}\n${change ? `${JSON.stringify(change)}\n` : ''}`)
    .digest('hex');
}
