/** How old what is known of a live environment is. */
import type { EnvironmentOverview } from '../../application/ports/directoryStore.js';
import { MIRROR_MAX_AGE } from '../../domain/directory.js';
import { isOlderThan, momentText } from '../../language/index.js';
import { wrapLines, type Line } from '../../presentation/lines.js';
import { say, type Theme } from '../../presentation/theme.js';

/** None for an environment that is connected to nothing. */
export function mirrorLines(
  { connection, mirror }: EnvironmentOverview,
  theme: Theme,
  columns: number,
): readonly Line[] {
  if (!mirror) return connection ? wrapLines(say(theme, 'wizard.environment.notPulled'), columns, 'warning') : [];
  const at = momentText(theme.language, mirror.pulledAt);
  if (!isOlderThan(mirror.pulledAt, MIRROR_MAX_AGE))
    return wrapLines(say(theme, 'wizard.environment.mirror', { at }), columns, 'dim');
  return wrapLines(say(theme, 'wizard.environment.oldMirror', { at }), columns, 'warning');
}
