/** What an empty cell does, and what a new user gets, field by field. */
import { isDefaulted, SITE_LANGUAGES } from '../../../domain/fields.js';
import { emptyRuleOf } from '../../../domain/settings.js';
import type { Change, Wizard } from '../../shell/wizard.js';
import { changed, unmappedIdentity } from './mapping.js';
import { fieldHere, type MapStep } from './state.js';

export function toggleEmptyRule(step: MapStep, { choices }: Wizard): Change<MapStep> {
  const field = fieldHere(step);
  if (!field?.emptyRule) return {};
  const { [field.id]: current, ...others } = choices.emptyRules;
  const other = emptyRuleOf(field.id, choices.emptyRules) === 'keep' ? 'clear' : 'keep';
  return changed(step, { ...choices, emptyRules: current === undefined ? { ...others, [field.id]: other } : others });
}

/** No user loses a value because its field is not in the file: all that would be cleared so stays. */
export function keepUnmapped(step: MapStep, { choices }: Wizard): Change<MapStep> {
  const kept = unmappedIdentity(step, choices).map((field) => [field, 'keep'] as const);
  return changed(step, { ...choices, emptyRules: { ...choices.emptyRules, ...Object.fromEntries(kept) } });
}

export function nextDefault(step: MapStep, { choices }: Wizard): Change<MapStep> {
  const field = fieldHere(step)?.id;
  if (field === undefined || !isDefaulted(field)) return {};
  const current = choices.defaults[field];
  const next =
    typeof current === 'boolean'
      ? !current
      : (SITE_LANGUAGES[(SITE_LANGUAGES as readonly string[]).indexOf(current) + 1] ?? SITE_LANGUAGES[0]);
  return changed(step, { ...choices, defaults: { ...choices.defaults, [field]: next } });
}
