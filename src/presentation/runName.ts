/** What a run is called where it stands among others: by its file, its act, or what it is of another run. */
import type { Run } from '../domain/run.js';
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { actText } from './actText.js';
import { parentText } from './runFacts.js';
import { settingTexts } from './settingTexts.js';

/** Empty where nothing is known of it any more. */
export function runName(language: Language, run: Run): string {
  const parent = parentText(language, run);
  if (parent !== null) return parent;
  if (run.settingsChange)
    return `${translate(language, 'kind.settings')}: ${settingTexts(language, run.settingsChange).join(', ')}`;
  return actText(language, run) ?? run.file.name;
}
