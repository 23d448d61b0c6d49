/** The settings that a run changes, each with what it was and becomes. */
import type { SettingsChange } from '../../domain/settingsChange.js';
import { settingTexts } from '../../language/settingsText.js';
import type { Line } from '../paint.js';
import { wrapText } from '../table/fit.js';
import type { View } from '../view.js';

export function settingsLines(change: SettingsChange, { theme, columns }: View): readonly Line[] {
  return settingTexts(theme.language, change)
    .map((one) => `${one.label}: ${one.old} ${theme.glyphs.arrow} ${one.new}`)
    .flatMap((text) => wrapText(text, columns).map((line): Line => [[line, 'strong']]));
}
