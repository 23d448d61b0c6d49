/** What an environment never allows, asked for: what is typed is read, or asked again as it was typed. */
import { administratorsKept } from '../../../domain/guards/administrators.js';
import {
  FREEZE_EXCEPTIONS,
  readCount,
  readFreeze,
  rulesOf,
  timeZoneNamed,
  type EnvironmentRules,
  type FreezeException,
} from '../../../domain/environmentRules.js';
import { parseFilter } from '../../../domain/filter/parseFilter.js';
import type { EnvironmentChanges, EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import { sayIn } from '../../../language/index.js';
import type { Language } from '../../../language/text.js';
import { ruleText } from '../../../presentation/rulesTexts.js';
import { notice, textRef, type Notice } from '../../shell/messages.js';
import { fieldWith } from '../../shell/textField.js';
import type { Change, Overlay, PickOverlay, PromptOverlay } from '../../shell/wizard.js';

export const RULE_SETTINGS = ['minAdmins', 'protect', 'licences', 'freeze', 'timeZone', 'requireReason'] as const;
export type RuleSetting = (typeof RULE_SETTINGS)[number];

/** As each is now. */
export function ruleHints(here: EnvironmentOverview, language: Language): Readonly<Record<RuleSetting, string>> {
  const say = sayIn(language);
  const rules = rulesOf(here);
  const told = (name: keyof EnvironmentRules): string => ruleText(say, name, rules[name]);
  const { freeze, freezeAllow } = rules;
  return {
    minAdmins: String(administratorsKept(here.guards)),
    protect: told('protect'),
    licences: told('licences'),
    freeze: freeze === null || freezeAllow === null ? told('freeze') : `${freeze} (${told('freezeAllow')})`,
    timeZone: told('timeZone'),
    requireReason: told('requireReason'),
  };
}

export function askRule(
  here: EnvironmentOverview,
  setting: RuleSetting,
  change: (changes: EnvironmentChanges) => Change,
): Overlay {
  const rules = rulesOf(here);
  const { code } = here;
  switch (setting) {
    case 'minAdmins':
      return ask(code, 'MinAdmins', String(administratorsKept(here.guards)), readCount, (minAdmins) =>
        change({ guards: { minAdmins: minAdmins ?? administratorsKept({}) } }),
      );
    case 'protect':
      return ask(code, 'Protect', rules.protect ?? '', readProtect, (protect) => change({ protect }));
    case 'licences':
      return ask(code, 'Licences', String(rules.licences ?? ''), readCount, (licences) => change({ licences }));
    case 'freeze':
      return ask(code, 'Freeze', rules.freeze ?? '', readFreeze, (freeze) =>
        freeze === null
          ? change({ freeze, freezeAllow: null })
          : { overlay: freezeAllowPicker(code, rules.freezeAllow, (freezeAllow) => change({ freeze, freezeAllow })) },
      );
    case 'timeZone':
      return ask(code, 'TimeZone', rules.timeZone ?? '', timeZoneNamed, (timeZone) => change({ timeZone }));
    case 'requireReason':
      return reasonPicker(code, rules.requireReason, (requireReason) => change({ requireReason }));
  }
}

/** Empty takes it away; what is no value is asked again as it was typed, with what is wrong about it. */
function ask<Value>(
  code: string,
  asked: 'MinAdmins' | 'Protect' | 'Licences' | 'Freeze' | 'TimeZone',
  now: string,
  read: (text: string) => Value | undefined,
  entered: (value: Value | null) => Change,
): PromptOverlay {
  const prompt = (text: string): PromptOverlay => ({
    kind: 'prompt',
    title: textRef(`wizard.environments.ask${asked}`, { code }),
    field: fieldWith(text),
    entered: (_step, typed) => {
      if (typed.trim() === '') return entered(null);
      const value = read(typed.trim());
      if (value !== undefined) return entered(value);
      return { overlay: prompt(typed), notice: asked === 'Protect' ? filterFault(typed) : wrong(asked) };
    },
  });
  return prompt(now);
}

const wrong = (asked: 'MinAdmins' | 'Licences' | 'Freeze' | 'TimeZone'): Notice =>
  notice('warning', `wizard.environments.no${asked}`);

function readProtect(text: string): string | undefined {
  return 'filter' in parseFilter(text) ? text : undefined;
}

function filterFault(text: string): Notice | null {
  const found = parseFilter(text);
  if ('filter' in found) return null;
  const { reason, term } = found.fault;
  // Nothing is completed here.
  const key =
    reason === 'unknownValue' ? 'wizard.environments.unknownValue' : (`wizard.users.fault.${reason}` as const);
  return notice('warning', key, { term });
}

const NOTHING = 'nothing';

function freezeAllowPicker(
  code: string,
  now: FreezeException | null,
  picked: (allow: FreezeException | null) => Change,
): PickOverlay {
  const ids = [NOTHING, ...FREEZE_EXCEPTIONS] as const;
  return {
    kind: 'pick',
    title: textRef('wizard.environments.askFreezeAllow', { code }),
    options: ids.map((id) => ({ id, label: textRef(`rules.${id}`), hint: '' })),
    cursor: ids.indexOf(now ?? NOTHING),
    picked: (_step, id) => picked(id === NOTHING ? null : (id as FreezeException)),
  };
}

function reasonPicker(code: string, now: boolean, picked: (asked: boolean) => Change): PickOverlay {
  return {
    kind: 'pick',
    title: textRef('wizard.environments.askRequireReason', { code }),
    options: (['yes', 'no'] as const).map((id) => ({ id, label: textRef(`value.${id}`), hint: '' })),
    cursor: now ? 0 : 1,
    picked: (_step, id) => picked(id === 'yes'),
  };
}
