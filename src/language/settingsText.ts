/** Settings of an environment as people read them: what each is called, and what it was and becomes. */
import { LIMIT_SETTINGS } from '../domain/guards.js';
import type { SettingsChange, SomeSettings } from '../domain/settingsChange.js';
import { translate } from './index.js';
import type { Language } from './text.js';

export interface SettingText {
  readonly label: string;
  readonly old: string;
  readonly new: string;
}

/** One a setting that changes. */
export function settingTexts(language: Language, { old, new: wanted }: SettingsChange): readonly SettingText[] {
  const before = textsOf(language, old);
  return textsOf(language, wanted).map(([label, text], at) => ({ label, old: before[at]?.[1] ?? '', new: text }));
}

/** A setting with its old and new value in one line. */
export function settingLines(language: Language, change: SettingsChange): readonly string[] {
  return settingTexts(language, change).map((one) => `${one.label}: ${one.old} → ${one.new}`);
}

function textsOf(language: Language, settings: SomeSettings): [label: string, value: string][] {
  const { type, name, participant, approval, deleted, guards = {} } = settings;
  const say = (key: string): string => translate(language, key);
  const texts: [label: string, value: string | undefined][] = [
    [say('list.type'), type && say(`type.${type}`)],
    [say('list.name'), name === '' ? say('value.empty') : name],
    [say('list.participant'), participant],
    [say('list.approval'), approval && say(`approval.${approval}`)],
    [say('list.environment'), deleted === undefined ? undefined : say(deleted ? 'env.removedMark' : 'env.live')],
    ...LIMIT_SETTINGS.map(({ guard, setting }): [string, string | undefined] => {
      const limit = guards[setting];
      return [say(`guard.${guard}`), limit === null ? say('settings.standard') : limit?.toString()];
    }),
  ];
  return texts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as [string, string]]));
}
