/** The values of a column, each of which can be pointed at one that we have; and a source that is composed of columns. */
import type { ColumnValue, ColumnValues } from '../../../application/useCases.js';
import type { Field, FieldId } from '../../../domain/fields.js';
import { translate } from '../../../language/index.js';
import type { Choices } from '../../shell/choices.js';
import { noticeOf, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { fieldWith } from '../../shell/textField.js';
import type { Change, PickOption, StepState, Task, Wizard } from '../../shell/wizard.js';
import { beginningWith, type CompletedField } from '../../users/completion.js';
import { listedValue, valuesOf } from '../../widgets/fieldValues.js';
import { settled } from './guesses.js';
import { changed, planRequest } from './mapping.js';
import { takeComposed, takeValue } from './mappingOverrides.js';
import { fieldHere, type MapStep } from './state.js';

type ListedField = Field & { readonly id: FieldId };

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

/** The cursor is on the first value that nothing is known of. */
function listValues(
  step: MapStep,
  field: FieldId,
  found: ColumnValues,
  { choices }: Pick<Wizard, 'choices'>,
): Change<MapStep> {
  const { values, more } = found;
  const listed = listedIn(choices, field);
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
      cursor: Math.max(0, values.findIndex(isOpen(listed))),
      picked: (now: StepState, id, wizard) => {
        const to = listed.get(id);
        const pointed = { field, from: id, found };
        // What begins so is proposed, and taken over by Enter alone.
        if (to === undefined && (field === 'group' || field === 'person'))
          return { effects: [complete(now as MapStep, { ...pointed, field }, id)] };
        return askTarget(now as MapStep, pointed, to ?? '', wizard);
      },
    },
  };
}

/** A value that is pointed at another, among those that were found. */
interface Pointed {
  readonly field: FieldId;
  readonly from: string;
  readonly found: ColumnValues;
}

function listedIn({ overrides }: Choices, field: FieldId): ReadonlyMap<string, string> {
  return new Map((overrides.values ?? []).flatMap((one) => (one.field === field ? [[one.from, one.to]] : [])));
}

/** Whether a value names nothing we have, and becomes nothing else. */
function isOpen(listed: ReadonlyMap<string, string>): (value: ColumnValue) => boolean {
  return ({ text, isKnown }) => !isKnown && !listed.has(text);
}

/** The next value is asked of the same list, until there is none left that nothing is known of. */
function point(step: MapStep, { field, from, found }: Pointed, value: string, { choices }: Wizard): Change<MapStep> {
  const next = settled(choices, field, takeValue(choices.overrides, field, from, value.trim()));
  const isNext = found.values.some(isOpen(listedIn(next, field)));
  return { ...changed(step, next), ...(isNext && listValues(step, field, found, { choices: next })) };
}

/** What it becomes: out of a list where the values are few, else typed, with Tab for what the environment has. */
function askTarget(step: MapStep, pointed: Pointed, to: string, wizard: Wizard): Change<MapStep> {
  const { field, from } = pointed;
  const picked = (now: StepState, value: string, then: Wizard): Change<MapStep> =>
    point(now as MapStep, pointed, value, then);
  const options = valuesOf(field, wizard.language);
  if (options.length > 0) {
    const held = options.findIndex(({ id }) => id === listedValue(field, to === '' ? from : to));
    // What is no such value stays as it is, and is under the cursor: Enter alone changes nothing.
    const hint = translate(wizard.language, 'value.unknown');
    const odd: PickOption[] = options.some(({ id }) => id === listedValue(field, from))
      ? []
      : [{ id: from, label: from, hint }];
    return {
      overlay: {
        kind: 'pick',
        title: textRef('wizard.map.valueTitle', { value: from }),
        options: [...odd, ...options],
        cursor: held < 0 ? 0 : held + odd.length,
        picked,
      },
    };
  }
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.map.valuePrompt', { value: from }),
      field: fieldWith(to),
      entered: picked,
      ...((field === 'group' || field === 'person') && {
        completed: (_now: StepState, begun: string) => ({ effects: [complete(step, { ...pointed, field }, begun)] }),
      }),
    },
  };
}

function complete(step: MapStep, pointed: Pointed & { readonly field: CompletedField }, begun: string): Task {
  const { field, from } = pointed;
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => beginningWith(useCases, step.environment, field, begun),
    then: (now: MapStep, found, wizard) => {
      const [only, ...others] = found;
      const typed = begun === from ? '' : begun;
      if (!only || others.length === 0) return askTarget(now, pointed, only?.code ?? typed, wizard);
      return {
        overlay: {
          kind: 'pick',
          title: textRef('wizard.map.valueTitle', { value: from }),
          options: found.map(({ code, description }) => ({ id: code, label: code, hint: description })),
          cursor: 0,
          picked: (then: StepState, id, after) => point(then as MapStep, pointed, id, after),
        },
      };
    },
  });
}

/** A template is typed, and stays to be changed where it is none; what it makes of the first rows stands behind it. */
export function askComposed(step: MapStep, wizard: Wizard): Change<MapStep> {
  const field = fieldHere(step);
  if (!field) return {};
  const source = step.mapped.mapping[field.id];
  const begun = source?.kind === 'composed' ? source.template : source?.kind === 'column' ? `{${source.header}}` : '{';
  return promptComposed(field, begun, wizard);
}

function promptComposed(field: ListedField, begun: string, { language }: Pick<Wizard, 'language'>): Change<MapStep> {
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.map.composePrompt', { field: field[language] }),
      field: fieldWith(begun),
      entered: (now: StepState, typed, { choices }) =>
        typed.trim() === '' ? {} : { effects: [tryComposed(now as MapStep, field, typed, choices)] },
    },
  };
}

function tryComposed({ file, type }: MapStep, field: ListedField, typed: string, choices: Choices): Task {
  const taken = settled(choices, field.id, takeComposed(choices.overrides, field.id, typed));
  return task({
    slot: 'main',
    run: ({ useCases }) => Promise.resolve(useCases.map(file, type, taken.overrides).problems),
    then: (step: MapStep, [problem], wizard) =>
      problem ? { ...promptComposed(field, typed, wizard), notice: noticeOf('danger', problem) } : changed(step, taken),
  });
}
