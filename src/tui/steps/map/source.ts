/** Where a field takes its value from: a column, a fixed value, or nothing. */
import type { Field, FieldId } from '../../../domain/fields.js';
import { cellText } from '../../../domain/sourceRow.js';
import type { Choices } from '../../shell/choices.js';
import { textRef } from '../../shell/messages.js';
import { EMPTY_FIELD, fieldWith, type TextField } from '../../shell/textField.js';
import type { Change, PickOption, PickOverlay, Wizard } from '../../shell/wizard.js';
import { changed } from './mapping.js';
import { columnName, takeColumn, takeFixed, takeNothing } from './mappingOverrides.js';
import { fieldHere, type MapStep } from './state.js';

const NONE = 'none';
const FIXED = 'fixed';

export function askSource(step: MapStep): Change<MapStep> {
  const field = fieldHere(step);
  return field ? { overlay: sourcePicker(step, field) } : {};
}

function sourcePicker(step: MapStep, field: Field & { readonly id: FieldId }): PickOverlay {
  const [first] = step.file.sample;
  const options: PickOption[] = step.file.headers.map((header, index) => {
    const hint = field.kind === 'secret' ? '' : cellText(first?.cells[index]);
    return { id: String(index), label: header || columnName(index), hint };
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
    picked: (now, id, { choices }) => picked(now as MapStep, field.id, id, choices),
  };
}

function picked(step: MapStep, field: FieldId, id: string, choices: Choices): Change<MapStep> {
  if (id === NONE) return changed(step, { ...choices, overrides: takeNothing(choices.overrides, field) });
  if (id === FIXED) return promptFixed(field, field, EMPTY_FIELD);
  return changed(step, { ...choices, overrides: takeColumn(choices.overrides, field, Number(id)) });
}

/** The fixed value that there is, to be changed. */
export function askFixed(step: MapStep, { language }: Wizard): Change<MapStep> {
  const field = fieldHere(step);
  if (!field) return {};
  const source = step.mapped.mapping[field.id];
  return promptFixed(field.id, field[language], source?.kind === 'fixed' ? fieldWith(source.value) : EMPTY_FIELD);
}

function promptFixed(id: FieldId, name: string, field: TextField): Change<MapStep> {
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.map.fixPrompt', { field: name }),
      field,
      entered: (step, value, { choices }) =>
        changed(step as MapStep, { ...choices, overrides: takeFixed(choices.overrides, id, value) }),
    },
  };
}
