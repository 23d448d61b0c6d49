/** Cells that were mended become what the file has again: of one row, or of all. */
import { textRef } from '../../shell/messages.js';
import type { Change } from '../../shell/wizard.js';
import { replan } from './replan.js';
import { currentRow, type PreviewStep } from './state.js';

export function askRestore(step: PreviewStep): Change<PreviewStep> {
  const row = currentRow(step);
  const count = step.marks?.mended ?? 0;
  if (!row) return {};
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.preview.restore.title'),
      options: [
        { id: 'row', label: textRef('wizard.preview.restore.row', { row: row.row }), hint: '' },
        { id: 'all', label: textRef('wizard.preview.restore.all', { count }), hint: '' },
      ],
      cursor: 0,
      picked: (now: PreviewStep, id) => restore(now, id === 'row' ? row.row : null),
    },
  };
}

function restore({ answer: { run } }: PreviewStep, row: number | null): Change<PreviewStep> {
  const work = replan(textRef('wizard.busy.restoring'), async ({ useCases }, watch) => {
    const answer = await useCases.mend(run.id, { restore: [], ...(row !== null && { rows: [row] }) }, watch);
    return { answer, told: textRef('wizard.preview.restore.done', { count: answer.mended.cells }) };
  });
  return { effects: [work] };
}
