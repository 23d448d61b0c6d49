/** Another text for a cell: out of a list with what each means, or typed, with what is in the environment to choose from. */
import { fieldOf, type FieldId } from '../../../domain/fields.js';
import { translate } from '../../../language/index.js';
import type { Language } from '../../../language/text.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { fieldWith } from '../../shell/textField.js';
import type { Change, PickOption, Task } from '../../shell/wizard.js';
import { listedValue, valuesOf } from '../../widgets/fieldValues.js';
import { beginningWith, type CompletedField } from '../../users/completion.js';
import { findSame } from './mendSame.js';
import { replan } from './replan.js';
import type { PreviewStep } from './state.js';
import type { TextRef } from '../../../presentation/theme.js';

/** The cell that is put right; `column` where it is one of those that its field is composed of. */
interface Place {
  readonly row: number;
  readonly field: FieldId;
  readonly column?: Column;
}

interface Column {
  readonly index: number;
  readonly header: string;
}

/** A column by its place, which two of one name do not share, and what it is called. */
export function columnPlace({ index, header }: Column): { readonly place: string; readonly label: string } {
  const place = `#${index + 1}`;
  return { place, label: header || place };
}

/** A cell as whoever mends it names it, and as it is told. */
function named({ field, column }: Place, language: Language): { readonly place: string; readonly label: string } {
  return column ? columnPlace(column) : { place: field, label: fieldOf(field)[language] };
}

/** Fields of which the environment knows the values. */
function isCompleted(field: FieldId): field is CompletedField {
  return field === 'group' || field === 'person';
}

export function askValue(place: Place, text: string, language: Language): Change<PreviewStep> {
  const { field } = place;
  const values = place.column ? [] : cellValues(field, language);
  if (values.length === 0) return promptFor(place, text, 'wizard.preview.mendPrompt', language);
  const held = values.findIndex(({ id }) => id === listedValue(field, text));
  // What the cell holds and is no such value stays the one under the cursor: Enter alone changes nothing.
  const odd: PickOption[] = held < 0 ? [{ id: text, label: text, hint: translate(language, 'value.unknown') }] : [];
  const unchanged = held < 0 ? text : values[held]?.id;
  return {
    overlay: {
      kind: 'pick',
      title: listTitle(place),
      options: [...odd, ...values],
      cursor: Math.max(0, held),
      picked: (step: PreviewStep, id) => (id === unchanged ? {} : fix(step, place, text, id, language)),
    },
  };
}

function listTitle({ row, field }: Place): TextRef {
  return textRef('wizard.preview.mendList', { row, nl: fieldOf(field).nl, en: fieldOf(field).en });
}

/** With the cell empty as well, which is a value of its own. */
function cellValues(field: FieldId, language: Language): readonly PickOption[] {
  const values = valuesOf(field, language);
  if (values.length === 0) return [];
  const hint = field === 'mutationCode' ? translate(language, 'code.empty') : '';
  return [...values, { id: '', label: textRef('value.empty'), hint }];
}

function promptFor(
  place: Place,
  text: string,
  title: `wizard.preview.${'mendPrompt' | 'mendNone'}`,
  language: Language,
  was: string = text,
): Change<PreviewStep> {
  const { row, field, column } = place;
  return {
    overlay: {
      kind: 'prompt',
      title: textRef(title, { row, label: named(place, language).label, text }),
      field: fieldWith(text),
      entered: (step: PreviewStep, typed, wizard) => fix(step, place, was, typed, wizard.language),
      ...(!column &&
        isCompleted(field) && {
          completed: (step: PreviewStep, begun: string) => ({ effects: [complete(step, { row, field }, was, begun)] }),
        }),
    },
  };
}

/** What was typed is looked for among what there is. */
function complete(
  { answer }: PreviewStep,
  place: Place & { readonly field: CompletedField },
  was: string,
  begun: string,
): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => beginningWith(useCases, answer.run.environment, place.field, begun),
    then: (_step, found, { language }) => completed(place, was, begun, found, language),
  });
}

/** One that is found is filled in, several are a list; where there is none, that is told and what was typed stays. */
function completed(
  place: Place,
  was: string,
  begun: string,
  found: readonly { readonly code: string; readonly description: string }[],
  language: Language,
): Change<PreviewStep> {
  const [only, ...others] = found;
  if (!only) return promptFor(place, begun, 'wizard.preview.mendNone', language, was);
  if (others.length === 0) return promptFor(place, only.code, 'wizard.preview.mendPrompt', language, was);
  return {
    overlay: {
      kind: 'pick',
      title: listTitle(place),
      options: found.map(({ code, description }) => ({ id: code, label: code, hint: description })),
      cursor: 0,
      picked: (step: PreviewStep, id) => fix(step, place, was, id, language),
    },
  };
}

/** `was` is what the cell held: the same in other rows may be as wrong. */
function fix(
  { answer: { run } }: PreviewStep,
  cell: Place,
  was: string,
  value: string,
  language: Language,
): Change<PreviewStep> {
  const { row, field, column } = cell;
  const { place, label } = named(cell, language);
  const work = replan(textRef('wizard.busy.mending', { row }), async ({ useCases }, watch) => ({
    answer: await useCases.mend(run.id, { rows: [row], values: [{ place, value }], hidden: true }, watch),
    told: textRef('wizard.preview.mended', { row }),
    mended: [row],
    // Cells that are empty are so for reasons of their own.
    ...(was !== '' &&
      was !== value && { after: findSame(run.id, { place, label, field: column ? null : field, was, value }) }),
  }));
  return { effects: [work] };
}
