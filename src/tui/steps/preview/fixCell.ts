/** A cell of a row, chosen and put right: any row, any field that has a column. */
import { fieldOf, fieldsFor, isFieldId, type FieldId } from '../../../domain/fields.js';
import type { RowCells } from '../../../presentation/rowDetail.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, PickOption, Task, Wizard } from '../../shell/wizard.js';
import { askValue } from './fixValue.js';
import { cellsOfRow } from './planRows.js';
import { currentRow, type PreviewStep } from './state.js';

/** What the row holds is read first, to choose from. */
export function fixHere(step: PreviewStep): Change<PreviewStep> {
  const row = currentRow(step);
  if (!row) return {};
  // Its cells stand in other columns than their own, or are those of a header: one of them rights nothing.
  if (row.messages.some(({ code }) => code === 'ROW_SHAPE' || code === 'HEADER_REPEATED'))
    return { notice: notice('warning', 'wizard.preview.cannotMend') };
  return { effects: [readRow(step, row.row)] };
}

function readRow({ answer }: PreviewStep, row: number): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => cellsOfRow(useCases, answer.run.id, row),
    then: (step: PreviewStep, cells, wizard) => askField(step, row, cells, wizard),
  });
}

/** The fields of the row with what they hold; the cursor is on the first that has to be put right. */
function askField(step: PreviewStep, row: number, cells: RowCells, { language }: Wizard): Change<PreviewStep> {
  const { type, settings } = step.answer.run;
  const faulty = firstFault(step);
  const fields = fieldsFor(type).filter(({ id }) => settings.mapping[id] !== undefined || id === faulty);
  const texts = new Map(cells);
  const options = fields.map(({ id, nl, en, kind }): PickOption => {
    const source = settings.mapping[id];
    const hint = source?.kind === 'fixed' ? `= ${source.value}` : (texts.get(id) ?? '');
    return { id, label: { nl, en }[language], hint: kind === 'secret' ? '' : hint };
  });
  const cursor = fields.findIndex(({ id }) => id === faulty);
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.preview.mendTitle', { row }),
      options,
      cursor: Math.max(0, cursor),
      picked: (now: PreviewStep, id, wizard) =>
        isFieldId(id) ? fieldChosen(now, row, id, texts.get(id) ?? '', wizard) : {},
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
function fieldChosen(
  step: PreviewStep,
  row: number,
  field: FieldId,
  text: string,
  { language }: Wizard,
): Change<PreviewStep> {
  if (fieldOf(field).kind === 'secret') return { notice: notice('warning', 'wizard.preview.passwordNotMended') };
  if (step.answer.run.settings.mapping[field]?.kind !== 'column')
    return { notice: notice('warning', 'mend.noColumn', { field: fieldOf(field)[language] }) };
  return askValue({ row, field }, text, language);
}
