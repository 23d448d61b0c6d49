/** Where a field takes its value from: a column, a fixed value, or nothing. */
import { fieldsFor, type Field, type FieldId } from '../../../domain/fields.js';
import { cellText } from '../../../domain/sourceRow.js';
import type { Language } from '../../../language/text.js';
import { say } from '../../../presentation/theme.js';
import { textRef } from '../../shell/messages.js';
import { fieldWith } from '../../shell/textField.js';
import type { Change, PickOption, PickOverlay, StepState, Wizard } from '../../shell/wizard.js';
import { listedValue, valuesOf } from '../../widgets/fieldValues.js';
import { settled } from './guesses.js';
import { changed } from './mapping.js';
import { columnName, takeColumn, takeFixed, takeNothing } from './mappingOverrides.js';
import { fieldHere, type MapStep } from './state.js';

type ListedField = Field & { readonly id: FieldId };

const NONE = 'none';
const FIXED = 'fixed';

export function askSource(step: MapStep, { language }: Wizard): Change<MapStep> {
  const field = fieldHere(step);
  return field ? { overlay: sourcePicker(step, field, language) } : {};
}

function sourcePicker(step: MapStep, field: ListedField, language: Language): PickOverlay {
  const [first] = step.file.sample;
  const options: PickOption[] = step.file.headers.map((header, index) => {
    const value = field.kind === 'secret' ? '' : cellText(first?.cells[index]);
    const user = usedBy(step, index);
    const used = user && user.id !== field.id ? say({ language }, 'wizard.map.usedBy', { field: user[language] }) : '';
    return { id: String(index), label: header || columnName(index), hint: [used, value].filter(Boolean).join(' ') };
  });
  if (field.kind !== 'secret') options.push({ id: FIXED, label: textRef('wizard.map.fixed'), hint: '' });
  if (field.id !== 'user') options.push({ id: NONE, label: textRef('wizard.map.notImported'), hint: '' });
  const source = step.mapped.mapping[field.id];
  const suggested = step.mapped.suggestions.find((suggestion) => suggestion.field === field.id);
  const index = source?.kind === 'column' ? source.index : suggested?.index;
  const cursor = options.findIndex(({ id }) => id === (index === undefined ? NONE : String(index)));
  return {
    kind: 'pick',
    title: textRef('wizard.map.pickTitle', { nl: field.nl, en: field.en }),
    options,
    cursor: Math.max(0, cursor),
    picked: (now, id, wizard) => picked(now as MapStep, field, id, wizard),
  };
}

/** The field that takes a column already. */
function usedBy({ type, mapped: { mapping } }: MapStep, index: number): Field | undefined {
  return fieldsFor(type).find(({ id }) => {
    const source = mapping[id];
    return source?.kind === 'column' && source.index === index;
  });
}

function picked(step: MapStep, field: ListedField, id: string, wizard: Wizard): Change<MapStep> {
  const { choices } = wizard;
  if (id === FIXED) return askFixedOf(step, field, wizard);
  const overrides =
    id === NONE ? takeNothing(choices.overrides, field.id) : takeColumn(choices.overrides, field.id, Number(id));
  return changed(step, settled(choices, field.id, overrides));
}

export function askFixed(step: MapStep, wizard: Wizard): Change<MapStep> {
  const field = fieldHere(step);
  return field ? askFixedOf(step, field, wizard) : {};
}

/** The fixed value that there is, to be changed: out of a list where the values are few, else typed. */
function askFixedOf(step: MapStep, field: ListedField, { language }: Wizard): Change<MapStep> {
  const source = step.mapped.mapping[field.id];
  const value = source?.kind === 'fixed' ? source.value : '';
  const options = valuesOf(field.id, language);
  const fix = (now: StepState, fixed: string, { choices }: Wizard): Change<MapStep> =>
    changed(now as MapStep, settled(choices, field.id, takeFixed(choices.overrides, field.id, fixed)));
  if (options.length === 0) {
    const title = textRef('wizard.map.fixPrompt', { field: field[language] });
    return { overlay: { kind: 'prompt', title, field: fieldWith(value), entered: fix } };
  }
  const cursor = options.findIndex(({ id }) => id === listedValue(field.id, value));
  const title = textRef('wizard.map.fixTitle', { nl: field.nl, en: field.en });
  return { overlay: { kind: 'pick', title, options, cursor: Math.max(0, cursor), picked: fix } };
}
