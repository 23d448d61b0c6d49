/** What an empty cell does, and what a new user gets, field by field. */
import {
  DEFAULTED_FIELDS,
  isIdentityField,
  SITE_LANGUAGES,
  type DefaultedField,
  type Field,
  type FieldId,
} from '../../../domain/fields.js';
import type { Choices } from '../../state/choices.js';
import type { MapStep } from '../../state/steps.js';
import type { Change } from '../../state/wizardState.js';
import { changed } from './mapping.js';

export function emptyRuleOf(field: FieldId, choices: Choices): 'keep' | 'clear' {
  return choices.emptyRules[field] ?? (isIdentityField(field) ? 'clear' : 'keep');
}

/** Whether what an empty cell does can be chosen for a field. */
export function hasEmptyRule(field: Field): boolean {
  return !['user', 'mutationCode', 'newUser', 'password', 'group', 'groupDescription'].includes(field.id);
}

export function isDefaulted(field: FieldId): field is DefaultedField {
  return (DEFAULTED_FIELDS as readonly FieldId[]).includes(field);
}

export function toggleEmptyRule(step: MapStep, field: FieldId, choices: Choices): Change {
  const { [field]: current, ...others } = choices.emptyRules;
  const other = emptyRuleOf(field, choices) === 'keep' ? 'clear' : 'keep';
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
