/** What an empty cell does, and what a new user gets, field by field. */
import { SITE_LANGUAGES, type DefaultedField, type FieldId } from '../../../domain/fields.js';
import { emptyRuleOf } from '../../../domain/settings.js';
import type { Choices } from '../../shell/choices.js';
import type { MapStep } from '../state.js';
import type { Change } from '../../shell/wizard.js';
import { changed } from './mapping.js';

export function toggleEmptyRule(step: MapStep, field: FieldId, choices: Choices): Change {
  const { [field]: current, ...others } = choices.emptyRules;
  const other = emptyRuleOf(field, choices.emptyRules) === 'keep' ? 'clear' : 'keep';
  const emptyRules = current === undefined ? { ...others, [field]: other } : others;
  return changed(step, { ...choices, emptyRules: emptyRules });
}

export function nextDefault(step: MapStep, field: DefaultedField, choices: Choices): Change {
  const current = choices.defaults[field];
  const next =
    typeof current === 'boolean'
      ? !current
      : (SITE_LANGUAGES[(SITE_LANGUAGES as readonly string[]).indexOf(current) + 1] ?? SITE_LANGUAGES[0]);
  return changed(step, { ...choices, defaults: { ...choices.defaults, [field]: next } });
}
