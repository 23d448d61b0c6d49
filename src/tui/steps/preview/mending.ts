/** A cell of a row, chosen and put right: any row, any field that has a column. */
import { fieldOf, fieldsFor, type FieldId } from '../../../domain/fields.js';
import { notice } from '../../shell/messages.js';
import type { PreviewStep } from '../state.js';
import { textRef, type Change, type PickOption, type StepEvent } from '../../shell/wizard.js';
import type { StepContext } from '../../shell/stepContext.js';
import { currentRow } from './list.js';
import { askValue } from './mendValue.js';

/** What the row holds is read first, to choose from. */
export function mendHere(step: PreviewStep): Change {
  const row = currentRow(step);
  if (!row) return {};
  // Its cells stand in other columns than their own, or are those of a header: one of them rights nothing.
  if (row.messages.some(({ code }) => code === 'ROW_SHAPE' || code === 'HEADER_REPEATED'))
    return { notice: notice('warning', 'wizard.preview.cannotMend') };
  return {
    busy: textRef('wizard.busy.working'),
    effects: [{ kind: 'readRow', run: step.answer.run.id, row: row.row }],
  };
}

/** The fields of the row with what they hold; the cursor is on the first that has to be put right. */
export function askField(
  step: PreviewStep,
  { row, cells }: Extract<StepEvent, { kind: 'rowRead' }>,
  { language }: StepContext,
): Change {
  const { type, settings } = step.answer.run;
  const faulty = firstFault(step);
  const fields = fieldsFor(type).filter(({ id }) => settings.mapping[id] !== undefined || id === faulty);
  const texts = new Map(cells);
  const options = fields.map(({ id, nl, en, kind }): PickOption => {
    const source = settings.mapping[id];
    const hint = source?.kind === 'fixed' ? `= ${source.value}` : (texts.get(id) ?? '');
    return { id, label: { nl, en }[language], hint: kind === 'secret' ? '' : hint };
  });
  return {
    overlay: {
      kind: 'pick',
      purpose: { kind: 'mendField', row, cells },
      title: textRef('wizard.preview.mendTitle', { row }),
      options,
      cursor: Math.max(
        0,
        fields.findIndex(({ id }) => id === faulty),
      ),
    },
  };
}

/** What is told of the row and is about a field: an error before a warning. */
function firstFault(step: PreviewStep): FieldId | undefined {
  const messages = currentRow(step)?.messages ?? [];
  const about = (level: 'error' | 'warning'): FieldId | undefined =>
    messages.find((told) => told.level === level && told.field !== null)?.field ?? undefined;
  return about('error') ?? about('warning');
}

/** A field was chosen: a password is never shown, and what has no column has no cell. */
export function fieldChosen(
  step: PreviewStep,
  row: number,
  field: FieldId,
  cells: ReadonlyMap<FieldId, string>,
  context: StepContext,
): Change {
  const label = fieldOf(field)[context.language];
  if (fieldOf(field).kind === 'secret') return { notice: notice('warning', 'wizard.preview.passwordNotMended') };
  if (step.answer.run.settings.mapping[field]?.kind !== 'column')
    return { notice: notice('warning', 'mend.noColumn', { field: label }) };
  return askValue(row, field, cells.get(field) ?? '', context.language);
}

export function mend(step: PreviewStep, row: number, field: FieldId, value: string): Change {
  return {
    busy: textRef('wizard.busy.mending', { row }),
    effects: [{ kind: 'mend', run: step.answer.run.id, cells: [{ row, field, value }] }],
  };
}
