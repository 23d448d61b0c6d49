/** What an environment never allows, as people read it. */
import type { EnvironmentOverview, ProtectedCount } from '../application/ports/directoryStore.js';
import { freezeOf, rulesOf, type EnvironmentRules, type FreezeException } from '../domain/environmentRules.js';
import { sayIn, type Say } from '../language/index.js';
import type { Language } from '../language/text.js';

/** A line for each rule that is set; of licences how many are used, and of protection whom, where that is known. */
export function rulesTexts(
  language: Language,
  environment: Pick<EnvironmentOverview, 'rules' | 'licencesUsed'>,
  protects: ProtectedCount | null = null,
): readonly string[] {
  const say = sayIn(language);
  const count = protects === null ? '' : `; ${protectsText(language, protects)}`;
  const { protect, licences, requireReason, ...rules } = rulesOf(environment);
  const freeze = freezeText(language, rules);
  return [
    ...(protect === null ? [] : [`${say('rules.protect', { filter: protect })}${count}`]),
    ...(licences === null ? [] : [licencesText(say, licences, environment.licencesUsed)]),
    ...(freeze === undefined ? [] : [freeze]),
    ...(requireReason ? [say('rules.requireReason')] : []),
  ];
}

function licencesText(say: Say, licences: number, used: number | undefined): string {
  return used === undefined ? say('rules.licences', { licences }) : say('rules.licencesUsed', { used, licences });
}

export function protectsText(language: Language, { users, uncertain }: ProtectedCount): string {
  return sayIn(language)(uncertain === 0 ? 'rules.protects' : 'rules.protectsUncertain', { users, uncertain });
}

/** From when until when nothing is changed, where that is, and what goes through; undefined where there is no freeze. */
function freezeText(
  language: Language,
  { freeze, freezeAllow, timeZone }: Pick<EnvironmentRules, 'freeze' | 'freezeAllow' | 'timeZone'>,
): string | undefined {
  const days = freezeOf({ freeze });
  if (!days) return undefined;
  const say = sayIn(language);
  return say(freezeAllow === 'creates' ? 'rules.freezeButCreates' : 'rules.freeze', {
    ...days,
    zone: timeZone ?? say('rules.machineZone'),
  });
}

/** The value of one rule, to stand beside its name. */
export function ruleText<Name extends keyof EnvironmentRules>(
  say: Say,
  name: Name,
  value: EnvironmentRules[Name],
): string {
  if (value === null) return say(name === 'timeZone' ? 'rules.machineZone' : 'rules.none');
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no');
  return name === 'freezeAllow' ? say(`rules.${value as FreezeException}`) : String(value);
}
