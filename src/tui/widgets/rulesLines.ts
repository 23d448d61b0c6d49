/** What an environment never allows, where there is something, in as many lines as it takes. */
import type { EnvironmentOverview } from '../../application/ports/directoryStore.js';
import { wrapLines, type Line } from '../../presentation/lines.js';
import { rulesTexts } from '../../presentation/rulesTexts.js';
import { say, type Theme } from '../../presentation/theme.js';

export function rulesLines(
  environment: Pick<EnvironmentOverview, 'code' | 'rules' | 'licencesUsed'>,
  theme: Theme,
  columns: number,
): readonly Line[] {
  const texts = rulesTexts(theme.language, environment);
  if (texts.length === 0) return [];
  const rules = texts.join(` ${theme.glyphs.dot} `);
  return wrapLines(say(theme, 'wizard.environment.rules', { code: environment.code, rules }), columns, 'warning');
}
