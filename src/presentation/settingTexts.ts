/** Settings of an environment as people read them: what each is called, and what it was and becomes. */
import type { ConnectionSettings } from '../domain/connection.js';
import { ENVIRONMENT_RULES } from '../domain/environmentRules.js';
import { LIMIT_SETTINGS } from '../domain/guards/limits.js';
import type { SettingsChange, SomeSettings } from '../domain/settingsChange.js';
import { fieldRows } from './connectionTexts.js';
import { ruleText } from './rulesTexts.js';
import { sayIn } from '../language/index.js';
import type { Language } from '../language/text.js';

/** One a setting that changes, with its old and new value. */
export function settingTexts(language: Language, { old, new: wanted }: SettingsChange, arrow = '→'): readonly string[] {
  const before = textsOf(language, old);
  const texts = textsOf(language, wanted).map(
    ([label, text], at) => `${label}: ${before[at]?.[1] ?? ''} ${arrow} ${text}`,
  );
  return wanted.connection
    ? [...texts, ...fieldTexts(language, old.connection ?? null, wanted.connection, arrow)]
    : texts;
}

/** Which field gives what, where that becomes another: a wrong one is a wrong value of every user. */
function fieldTexts(
  language: Language,
  old: ConnectionSettings | null,
  wanted: ConnectionSettings,
  arrow: string,
): readonly string[] {
  const before = new Map(old ? fieldRows(old) : []);
  const after = new Map(fieldRows(wanted));
  const none = sayIn(language)('connection.notRead');
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name) ?? none, after.get(name) ?? none];
    if (was === is) return [];
    return [old === null ? `  ${name}: ${is}` : `  ${name}: ${was} ${arrow} ${is}`];
  });
}

/** What a second person has to judge: where a secret goes, which, and what is read. */
function connectionText({ url, secret, clientId, connectors }: ConnectionSettings): string {
  const place = 'file' in secret ? secret.file : `$${secret.variable}`;
  const read = [...new Set(Object.values(connectors))].filter((name) => name !== null).join(', ');
  return [url, clientId, place, read].filter((part) => part !== null).join(' · ');
}

function textsOf(language: Language, settings: SomeSettings): [label: string, value: string][] {
  const { type, name, participant, approval, deleted, connection, guards = {} } = settings;
  const say = sayIn(language);
  const texts: [label: string, value: string | undefined][] = [
    [say('list.type'), type && say(`type.${type}`)],
    [say('list.name'), name === '' ? say('value.empty') : name],
    [say('list.participant'), participant],
    [say('list.approval'), approval && say(`approval.${approval}`)],
    [say('list.environment'), deleted === undefined ? undefined : say(deleted ? 'env.removedMark' : 'env.live')],
    [say('list.connection'), connection === null ? say('connection.none') : connection && connectionText(connection)],
    [say('list.minAdmins'), guards.minAdmins === null ? say('settings.standard') : guards.minAdmins?.toString()],
    ...ENVIRONMENT_RULES.map((name): [string, string | undefined] => [
      say(`list.${name}`),
      settings[name] === undefined ? undefined : ruleText(say, name, settings[name]),
    ]),
    ...LIMIT_SETTINGS.map(({ guard, setting }): [string, string | undefined] => {
      const limit = guards[setting];
      return [say(`guard.${guard}`), limit === null ? say('settings.standard') : limit?.toString()];
    }),
  ];
  return texts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as [string, string]]));
}
