/** The values of a column, each of which can be pointed at one that we have; and a source that is composed of columns. */
import type { ColumnValue, ColumnValues } from '../../../application/useCases.js';
import type { FieldId } from '../../../domain/fields.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { fieldWith } from '../../shell/textField.js';
import type { Change, PickOption, StepState, Task, Wizard } from '../../shell/wizard.js';
import { beginningWith } from '../../users/completion.js';
import { valuesOf } from '../../widgets/fieldValues.js';
import { settled } from './guesses.js';
import { changed, planRequest } from './mapping.js';
import { takeComposed, takeValue } from './mappingOverrides.js';
import { fieldHere, type MapStep } from './state.js';

/** The whole file is read: what the first rows do not have is what matters. */
export function askValues(step: MapStep, { choices }: Wizard): Change<MapStep> {
  const field = fieldHere(step);
  return field ? { effects: [readValues(step, field.id, planRequest(step, choices))] } : {};
}

function readValues(
  { file, environment }: MapStep,
  field: FieldId,
  { settings }: ReturnType<typeof planRequest>,
): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }, watch) => useCases.columnValues(file, environment, settings, field, watch),
    then: (step: MapStep, found, wizard) => listValues(step, field, found, wizard),
  });
}

function listValues(
  step: MapStep,
  field: FieldId,
  { values, more }: ColumnValues,
  { choices }: Wizard,
): Change<MapStep> {
  const listed = new Map(
    (choices.overrides.values ?? []).flatMap((one) => (one.field === field ? [[one.from, one.to]] : [])),
  );
  const option = ({ text, rows, isKnown }: ColumnValue): PickOption => {
    const to = listed.get(text);
    const mark = to === undefined ? (isKnown ? '' : '?') : `→ ${to}`;
    return { id: text, label: text, hint: `${rows} × ${mark}`.trim() };
  };
  const here = fieldHere(step);
  const key = more ? 'wizard.map.valuesMore' : 'wizard.map.valuesTitle';
  return {
    overlay: {
      kind: 'pick',
      title: textRef(key, { nl: here?.nl ?? '', en: here?.en ?? '', count: values.length }),
      options: values.map(option),
      cursor: 0,
      picked: (now: StepState, id, wizard) => {
        const to = listed.get(id);
        // What begins so is proposed, and taken over by Enter alone.
        if (to === undefined && (field === 'group' || field === 'person'))
          return { effects: [complete(now as MapStep, field, id, id)] };
        return askTarget(now as MapStep, field, id, to ?? '', wizard);
      },
    },
  };
}

/** What it becomes: out of a list where the values are few, else typed, with Tab for what the environment has. */
function askTarget(step: MapStep, field: FieldId, from: string, to: string, wizard: Wizard): Change<MapStep> {
  const point = (now: StepState, value: string, { choices }: Wizard): Change<MapStep> =>
    changed(now as MapStep, settled(choices, field, takeValue(choices.overrides, field, from, value.trim())));
  const options = valuesOf(field, wizard.language);
  if (options.length > 0)
    return {
      overlay: {
        kind: 'pick',
        title: textRef('wizard.map.valueTitle', { value: from }),
        options,
        cursor: 0,
        picked: point,
      },
    };
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.map.valuePrompt', { value: from }),
      field: fieldWith(to),
      entered: point,
      ...((field === 'group' || field === 'person') && {
        completed: (_now: StepState, begun: string) => ({ effects: [complete(step, field, from, begun)] }),
      }),
    },
  };
}

function complete(step: MapStep, field: 'group' | 'person', from: string, begun: string): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => beginningWith(useCases, step.environment, field, begun),
    then: (now: MapStep, found, wizard) => {
      const [only, ...others] = found;
      const typed = begun === from ? '' : begun;
      if (!only || others.length === 0) return askTarget(now, field, from, only?.code ?? typed, wizard);
      return {
        overlay: {
          kind: 'pick',
          title: textRef('wizard.map.valueTitle', { value: from }),
          options: found.map(({ code, description }) => ({ id: code, label: code, hint: description })),
          cursor: 0,
          picked: (then: StepState, id, { choices }) =>
            changed(then as MapStep, settled(choices, field, takeValue(choices.overrides, field, from, id))),
        },
      };
    },
  });
}

/** A template is typed; what it makes of the first rows stands behind it. */
export function askComposed(step: MapStep, { language }: Wizard): Change<MapStep> {
  const field = fieldHere(step);
  if (!field) return {};
  const source = step.mapped.mapping[field.id];
  const begun = source?.kind === 'composed' ? source.template : source?.kind === 'column' ? `{${source.header}}` : '{';
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.map.composePrompt', { field: field[language] }),
      field: fieldWith(begun),
      entered: (now: StepState, typed, { choices }) =>
        typed.trim() === ''
          ? {}
          : changed(now as MapStep, settled(choices, field.id, takeComposed(choices.overrides, field.id, typed))),
    },
  };
}
