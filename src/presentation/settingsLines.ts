/** The settings that a run changes, each with what it was and becomes. */
import type { SettingsChange } from '../domain/settingsChange.js';
import { settingTexts } from '../language/settingsText.js';
import type { Line } from './lines.js';
import { wrapText } from './textWidth.js';
import type { Page } from './theme.js';

export function settingsLines(change: SettingsChange, { theme, columns }: Page): readonly Line[] {
  return settingTexts(theme.language, change)
    .map((one) => `${one.label}: ${one.old} ${theme.glyphs.arrow} ${one.new}`)
    .flatMap((text) => wrapText(text, columns).map((line): Line => [[line, 'strong']]));
}
