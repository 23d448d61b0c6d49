/** A cell of a row, chosen and put right: any row, any field that takes its value from columns. */
import { fieldOf, fieldsFor, type Field, type FieldId } from '../../../domain/fields.js';
import { columnsOf } from '../../../domain/madeValues.js';
import type { FieldSource } from '../../../domain/settings.js';
import { cellText, type SourceRow } from '../../../domain/sourceRow.js';
import type { Language } from '../../../language/text.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, PickOption, Task, Wizard } from '../../shell/wizard.js';
import { askValue, columnPlace } from './fixValue.js';
import { sourceOfRow } from './planRows.js';
import { currentRow, type PreviewStep } from './state.js';

/** A cell to choose; `column` where it is one of those that the field is composed of. */
interface ListedCell {
  readonly field: FieldId;
  readonly column?: { readonly index: number; readonly header: string };
  readonly text: string;
  readonly option: PickOption;
}

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
    run: ({ useCases }) => sourceOfRow(useCases, answer.run.id, row),
    then: (step: PreviewStep, source, wizard) => askCell(step, source, wizard),
  });
}

/** The cells of the row by field, with what they hold; the cursor is on the first that has to be put right. */
function askCell(step: PreviewStep, source: SourceRow, { language }: Wizard): Change<PreviewStep> {
  const { row } = source;
  const { type, settings } = step.answer.run;
  const faulty = firstFault(step);
  const cells = fieldsFor(type)
    .filter(({ id }) => settings.mapping[id] !== undefined || id === faulty)
    .flatMap((field) => cellsOf(field, settings.mapping[field.id], source, language));
  const cursor = cells.findIndex(({ field }) => field === faulty);
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.preview.mendTitle', { row }),
      options: cells.map(({ option }) => option),
      cursor: Math.max(0, cursor),
      picked: (now: PreviewStep, id, wizard) => {
        const cell = cells.find(({ option }) => option.id === id);
        return cell ? cellChosen(now, row, cell, wizard) : {};
      },
    },
  };
}

/** The cell of a field, or those that it is composed of. */
function cellsOf(
  { id, nl, en, kind }: Field & { readonly id: FieldId },
  source: FieldSource | undefined,
  { cells }: SourceRow,
  language: Language,
): readonly ListedCell[] {
  const label = { nl, en }[language];
  if (source?.kind === 'composed') {
    const columns = new Map(columnsOf(source).map((column) => [column.index, column]));
    return [...columns.values()].map((column) => {
      const text = cellText(cells[column.index]);
      const { place, label: header } = columnPlace(column);
      return { field: id, column, text, option: { id: `${id} ${place}`, label: `${label}: ${header}`, hint: text } };
    });
  }
  const text = source?.kind === 'column' ? cellText(cells[source.index]) : '';
  const hint = source?.kind === 'fixed' ? `= ${source.value}` : text;
  return [{ field: id, text, option: { id, label, hint: kind === 'secret' ? '' : hint } }];
}

/** What is told of the row and is about a field: an error before a warning. */
function firstFault(step: PreviewStep): FieldId | undefined {
  const messages = currentRow(step)?.messages ?? [];
  const about = (level: 'error' | 'warning'): FieldId | undefined =>
    messages.find((told) => told.level === level && told.field !== null)?.field ?? undefined;
  return about('error') ?? about('warning');
}

/** A password is never shown, and what has no column has no cell. */
function cellChosen(
  { answer }: PreviewStep,
  row: number,
  { field, column, text }: ListedCell,
  { language }: Wizard,
): Change<PreviewStep> {
  const { mapping } = answer.run.settings;
  const { password } = mapping;
  const isPassword = column && password?.kind === 'column' && password.index === column.index;
  if (fieldOf(field).kind === 'secret' || isPassword)
    return { notice: notice('warning', 'wizard.preview.passwordNotMended') };
  if (!column && mapping[field]?.kind !== 'column')
    return { notice: notice('warning', 'mend.noColumn', { field: fieldOf(field)[language] }) };
  return askValue({ row, field, ...(column && { column }) }, text, language);
}
