/** What each key does in the preview. */
import type { Action } from '../../keymap/actions.js';
import { previewHeights } from '../../shell/layout.js';
import { SORTS, type PreviewStep, type TabId } from '../state.js';
import { textRef, type Change } from '../../shell/wizard.js';
import { askPath } from '../result/update.js';
import { isMove, moved, type StepContext } from '../../shell/stepContext.js';
import { askSearch, toMatch, toProblem } from './finding.js';
import { leaveOutAll, leaveOutHere, takeBackAll } from './leavingOut.js';
import { askList, currentRowNumber, withPages } from './list.js';
import { askLeftover } from './leftover.js';
import { mendHere } from './mending.js';
import { beginReview, updateReview } from './review.js';
import { tabBeside } from './tabs.js';

export function previewAction(step: PreviewStep, action: Action, context: StepContext): Change {
  const { size } = context;
  if (step.review) return updateReview(step, step.review, action, context);
  if (step.details) return updateDetails(step, step.details.top, action);
  if (isMove(action)) {
    const height = previewHeights(size).list;
    return withPages({ ...step, ...moved(step, action, step.numbers?.length ?? 0, height) }, size);
  }
  switch (action) {
    case 'tabNext':
      return toTab(step, tabBeside(step, 1));
    case 'tabPrevious':
      return toTab(step, tabBeside(step, -1));
    case 'act':
      return leaveOutHere(step);
    case 'range':
      return { step: { ...step, rangeFrom: step.rangeFrom === null ? step.cursor : null } };
    case 'leaveOutAll':
      return leaveOutAll(step);
    case 'takeBackAll':
      return takeBackAll(step);
    case 'search':
      return askSearch(step);
    case 'matchNext':
      return toMatch(step, 1, context);
    case 'matchPrevious':
      return toMatch(step, -1, context);
    case 'problemNext':
      return toProblem(step, 1, context);
    case 'problemPrevious':
      return toProblem(step, -1, context);
    case 'sort': {
      const by = SORTS[(SORTS.indexOf(step.sort.by) + 1) % SORTS.length] ?? 'row';
      return askList({ ...step, sort: { ...step.sort, by } }, step.tab);
    }
    case 'sortReverse':
      return askList({ ...step, sort: { ...step.sort, reverse: !step.sort.reverse } }, step.tab);
    case 'details':
      return { step: { ...step, details: { top: 0 } } };
    case 'review':
      return beginReview(step, size);
    case 'mend':
      return mendHere(step);
    case 'clearLeftover':
      return askLeftover(step);
    case 'writeRows':
      return askPath('mended', step.answer.run, context);
    case 'planAgain':
      return {
        busy: textRef('wizard.busy.planning', { file: step.answer.run.file.name }),
        effects: [{ kind: 'planAgain', run: step.answer.run.id, importAgain: context.choices.importAgain }],
      };
    case 'goOn':
      return { go: { to: 'confirm', answer: step.answer } };
    case 'goBack':
      if (step.rangeFrom !== null) return { step: { ...step, rangeFrom: null } };
      if (step.search) return { step: { ...step, search: null } };
      return { go: { to: 'back' } };
    default:
      return {};
  }
}

function updateDetails(step: PreviewStep, top: number, action: string): Change {
  switch (action) {
    case 'moveDown':
      return { step: { ...step, details: { top: top + 1 } } };
    case 'moveUp':
      return { step: { ...step, details: { top: Math.max(0, top - 1) } } };
    case 'details':
    case 'goBack':
      return { step: { ...step, details: null } };
    default:
      return {};
  }
}

function toTab(step: PreviewStep, tab: TabId): Change {
  const here = currentRowNumber(step);
  const visited = here === undefined ? step.visited : { ...step.visited, [step.tab]: here };
  return askList({ ...step, visited, search: null, cursor: 0, top: 0 }, tab, visited[tab] ?? null);
}
