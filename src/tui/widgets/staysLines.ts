/** Who can still log in elsewhere, with the key that does something about it, and who stays blocked. */
import type { RunSummary } from '../../domain/run.js';
import { count, say } from '../look.js';
import type { Line } from '../paint.js';
import { wrapText } from '../table/fit.js';
import type { View } from '../view.js';

export function staysLines({ staysActive, staysBlocked }: RunSummary, { look, columns }: View): readonly Line[] {
  const active = Object.entries(staysActive).map(([environment, users]) =>
    say(look, 'wizard.stays.active', { environment, users, shown: count(look, users) }),
  );
  const blocked =
    staysBlocked === 0
      ? []
      : [say(look, 'wizard.stays.blocked', { users: staysBlocked, shown: count(look, staysBlocked) })];
  return [...active, ...blocked].flatMap((text) => wrapText(text, columns).map((line): Line => [[line, 'warning']]));
}
