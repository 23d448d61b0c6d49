/** The rows of a plan, looked at and left out before anything is written. */
import type { RunAnswer } from '../../../application/useCases.js';
import { isFieldId } from '../../../domain/fields.js';
import { previewHeights } from '../../shell/layout.js';
import { notice } from '../../shell/messages.js';
import { AT_TOP, type PreviewStep } from '../state.js';
import type { Change, StepEvent } from '../../shell/wizard.js';
import { addPage, emptyCache } from '../../table/pageCache.js';
import { pagesFor } from '../../table/window.js';
import { plannedAgain } from '../../runs/plannedAgain.js';
import { writeTo } from '../result/update.js';
import type { StepContext } from '../../shell/stepContext.js';
import { previewAction } from './actions.js';
import { found, search, toProblem } from './finding.js';
import { changeWholeTab, chosen } from './leavingOut.js';
import { askList, listArrived, withPages } from './list.js';
import { clearLeftover } from './leftover.js';
import { askField, fieldChosen, mend } from './mending.js';
import { complete, completed } from './mendValue.js';

export function previewStep(answer: RunAnswer): PreviewStep {
  return {
    at: 'preview',
    answer,
    marks: null,
    tab: 'all',
    ...AT_TOP,
    sort: { by: 'row', reverse: false },
    listId: 0,
    numbers: null,
    cache: emptyCache(),
    rangeFrom: null,
    search: null,
    asked: null,
    problems: null,
    details: null,
    review: null,
    looked: new Set(),
    visited: {},
    seek: null,
  };
}

export function updatePreview(step: PreviewStep, event: StepEvent, context: StepContext): Change {
  const { size } = context;
  const run = step.answer.run.id;
  switch (event.kind) {
    case 'entered': {
      const listed = askList(step, step.tab);
      return { step: listed.step, effects: [...listed.effects, { kind: 'countMarks', run }] };
    }
    case 'resized':
      return withPages(step, size);
    case 'marksCounted':
      return { step: { ...step, marks: event.marks } };
    case 'listed':
      return event.listId === step.listId ? listArrived(step, event.numbers, size) : {};
    case 'paged': {
      if (event.listId !== step.listId) return {};
      const onScreen = pagesFor(step.top, previewHeights(size).list, step.numbers?.length ?? 0).shown;
      return { step: { ...step, cache: addPage(step.cache, event.page, event.rows, onScreen) } };
    }
    case 'found':
      return found(step, event.text, new Set(event.rows), context);
    case 'problemsFound':
      return toProblem({ ...step, problems: new Set(event.rows) }, 1, context);
    case 'chosen':
      return chosen(step, event);
    case 'agreed':
      return event.purpose === 'wholeTab' ? changeWholeTab(step) : {};
    case 'rowRead':
      return askField(step, event, context);
    case 'picked':
      return picked(step, event, context);
    case 'completing':
      return complete(step, event.row, event.field, event.text);
    case 'completed':
      return completed(event, context);
    case 'prompted':
      return prompted(step, event, context);
    case 'written':
      return { notice: notice('good', 'wizard.written', { path: event.path }) };
    case 'replanned': {
      const listed = askList({ ...step, answer: event.answer, marks: step.marks }, step.tab);
      return {
        step: listed.step,
        notice: notice('good', event.told.key, event.told.params),
        effects: [...listed.effects, { kind: 'countMarks', run }],
      };
    }
    case 'planned':
      return plannedAgain(event);
    case 'action':
      return previewAction(step, event.action, context);
    default:
      return {};
  }
}

function picked(
  step: PreviewStep,
  { purpose, id }: Extract<StepEvent, { kind: 'picked' }>,
  context: StepContext,
): Change {
  if (purpose.kind === 'mendField' && isFieldId(id))
    return fieldChosen(step, purpose.row, id, new Map(purpose.cells), context);
  if (purpose.kind !== 'mendValue' || id === purpose.text) return {};
  return mend(step, purpose.row, purpose.field, id);
}

function prompted(step: PreviewStep, event: Extract<StepEvent, { kind: 'prompted' }>, { mended }: StepContext): Change {
  const { purpose, text } = event;
  switch (purpose.kind) {
    case 'search':
      return search(step, text);
    case 'mend':
      return mend(step, purpose.row, purpose.field, text);
    case 'clearLeftover':
      return clearLeftover(step, purpose.user, text);
    case 'write':
      return writeTo(event, mended.get(purpose.run));
    default:
      return {};
  }
}
