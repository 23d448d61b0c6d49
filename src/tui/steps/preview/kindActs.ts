/** What is done with a kind of change: it is opened, left out or taken back as one. */
import { notice, textRef } from '../../shell/messages.js';
import type { Change, Wizard } from '../../shell/wizard.js';
import { isAlone } from './kindList.js';
import { askList, withPages } from './list.js';
import { exclude } from './replan.js';
import { currentKind, type PreviewStep } from './state.js';

/** Its rows, those that are left out among them. */
export function openKind(step: PreviewStep): Change<PreviewStep> {
  const opened = currentKind(step);
  return opened ? askList({ ...step, opened, search: null, cursor: 0, top: 0 }, null) : {};
}

/** Back to the kinds, with the cursor on the one that was open. */
export function closeKind(step: PreviewStep): Change<PreviewStep> {
  const { opened } = step;
  return opened ? askList({ ...step, opened: null, search: null, cursor: 0, top: 0 }, opened.example.row) : {};
}

/** A kind of which anything is done is left out; one that is left out as a whole is taken back. */
export function toggleKind(step: PreviewStep): Change<PreviewStep> {
  const kind = currentKind(step);
  if (!kind) return {};
  const isOut = kind.rows > 0;
  const busy = isOut
    ? textRef('wizard.busy.leavingOut', { count: kind.rows })
    : textRef('wizard.busy.takingBack', { count: kind.leftOut });
  const { id } = step.answer.run;
  return {
    effects: [
      exclude(
        step,
        async (useCases) => {
          const rows = await useCases.rowsOfKinds(id, [kind.kind]);
          return isOut ? { out: rows, back: [] } : { out: [], back: rows };
        },
        busy,
      ),
    ],
  };
}

/** To the next kind, in a direction, that is of one row alone. */
export function toAlone(step: PreviewStep, by: 1 | -1, { size }: Wizard): Change<PreviewStep> {
  const kinds = step.kinds?.kinds ?? [];
  if (step.kinds === null) return {};
  for (let moved = 1; moved <= kinds.length; moved++) {
    const cursor = (step.cursor + by * moved + kinds.length * 2) % kinds.length;
    const kind = kinds[cursor];
    if (kind && isAlone(kind)) return withPages({ ...step, cursor }, size);
  }
  return { notice: notice('good', 'wizard.kinds.noneAlone') };
}
