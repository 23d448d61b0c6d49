/** Who can still log in elsewhere, with the key that does something about it, and who stays blocked. */
import type { RunSummary } from '../domain/run.js';
import { count, say } from './theme.js';
import type { Line } from './lines.js';
import { wrapText } from './textWidth.js';
import type { Page } from './theme.js';

export function staysLines({ staysActive, staysBlocked }: RunSummary, { theme, columns }: Page): readonly Line[] {
  const active = Object.entries(staysActive).map(([environment, users]) =>
    say(theme, 'wizard.stays.active', { environment, users, shown: count(theme, users) }),
  );
  const blocked =
    staysBlocked === 0
      ? []
      : [say(theme, 'wizard.stays.blocked', { users: staysBlocked, shown: count(theme, staysBlocked) })];
  return [...active, ...blocked].flatMap((text) => wrapText(text, columns).map((line): Line => [[line, 'warning']]));
}
