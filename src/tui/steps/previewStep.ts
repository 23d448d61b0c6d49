/** The rows of a plan, looked at and left out before anything is written. */
import type { RunAnswer } from '../../application/useCases.js';
import type { FieldId } from '../../domain/fields.js';
import { fieldsFor } from '../../domain/fields.js';
import type { Language } from '../../language/text.js';
import { notice } from '../state/messages.js';
import { AT_TOP, SORTS, type PreviewStep, type TabId } from '../state/steps.js';
import { EMPTY_FIELD, fieldWith } from '../state/textField.js';
import { textRef, type Change, type StepEvent } from '../state/wizardState.js';
import { addPage, emptyCache } from '../table/pageCache.js';
import { pagesFor } from '../table/window.js';
import { previewHeights } from '../layout.js';
import {
  askList,
  currentRow,
  leftoverOf,
  currentRowNumber,
  listArrived,
  nextAmong,
  withPages,
  type Listed,
} from './previewList.js';
import { tabBeside, tabFilter } from './previewTabs.js';
import { askPath, writeTo } from './resultStep.js';
import { beginReview, updateReview } from './review.js';
import { plannedAgain } from './plannedAgain.js';
import { isMove, moved, type StepContext } from './stepContext.js';

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
    case 'cellRead':
      return askCell(step, event, context);
    case 'prompted':
      return prompted(step, event, context);
    case 'written':
      return { notice: notice('good', 'wizard.written', { path: event.path }) };
    case 'replanned': {
      const listed = askList({ ...step, answer: event.answer, marks: step.marks, search: null }, step.tab);
      return {
        step: listed.step,
        notice: notice('good', event.told.key, event.told.params),
        effects: [...listed.effects, { kind: 'countMarks', run }],
      };
    }
    case 'planned':
      return plannedAgain(event);
    case 'action':
      break;
    default:
      return {};
  }
  if (step.review) return updateReview(step, step.review, event.action, context);
  if (step.details) return updateDetails(step, step.details.top, event.action);
  if (isMove(event.action)) {
    const height = previewHeights(size).list;
    return withPages({ ...step, ...moved(step, event.action, step.numbers?.length ?? 0, height) }, size);
  }
  switch (event.action) {
    case 'tabNext':
      return toTab(step, tabBeside(step, 1));
    case 'tabPrevious':
      return toTab(step, tabBeside(step, -1));
    case 'act':
      return leaveOutHere(step);
    case 'range':
      return { step: { ...step, rangeFrom: step.rangeFrom === null ? step.cursor : null } };
    case 'leaveOutAll':
      return change(step, allMatching(step), []);
    case 'takeBackAll':
      return change(step, [], allMatching(step));
    case 'search':
      return {
        overlay: {
          kind: 'prompt',
          purpose: { kind: 'search' },
          title: textRef('wizard.preview.searchPrompt'),
          field: EMPTY_FIELD,
        },
      };
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
      return mendHere(step, context);
    case 'clearLeftover':
      return askLeftover(step);
    case 'writeRows':
      return askPath('mended', step.answer.run);
    case 'planAgain':
      return {
        busy: textRef('wizard.busy.planning', { file: step.answer.run.file.name }),
        effects: [{ kind: 'planAgain', run, importAgain: context.choices.importAgain }],
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

/** Rows from the mark to the cursor; without a mark the row at the cursor. */
function selectedRows(step: PreviewStep): readonly number[] {
  if (!step.numbers) return [];
  const from = step.rangeFrom ?? step.cursor;
  const [low, high] = from < step.cursor ? [from, step.cursor] : [step.cursor, from];
  return [...step.numbers.subarray(low, high + 1)];
}

/** What was searched for; without a search, everything on the tab. */
function allMatching(step: PreviewStep): readonly number[] {
  if (!step.numbers) return [];
  const found = step.search?.rows;
  return found
    ? step.numbers.filter((row) => found.has(row)).reduce<number[]>((rows, row) => (rows.push(row), rows), [])
    : [...step.numbers];
}

/** A row that is left out is taken back; any other is left out. A range follows the row at the cursor. */
function leaveOutHere(step: PreviewStep): Change {
  const rows = selectedRows(step);
  const row = currentRow(step);
  if (rows.length === 0 || !row) return {};
  return row.outcome === 'excluded' ? change(step, [], rows) : change(step, rows, []);
}

function change(step: PreviewStep, out: readonly number[], back: readonly number[]): Change {
  const count = out.length + back.length;
  if (count === 0) return {};
  return {
    step: { ...step, rangeFrom: null },
    busy: textRef(out.length > 0 ? 'wizard.busy.leavingOut' : 'wizard.busy.takingBack', { count }),
    effects: [{ kind: 'exclude', run: step.answer.run.id, out, back }],
  };
}

function prompted(step: PreviewStep, event: Extract<StepEvent, { kind: 'prompted' }>, { mended }: StepContext): Change {
  const { purpose, text } = event;
  const run = step.answer.run.id;
  if (purpose.kind === 'search') {
    if (text === '') return { step: { ...step, search: null } };
    return {
      step: { ...step, search: { text, rows: null } },
      effects: [{ kind: 'search', run, filter: tabFilter(step.tab), text }],
    };
  }
  if (purpose.kind === 'clearLeftover') return clearLeftover(step, purpose.user, text);
  if (purpose.kind === 'write') return writeTo(event, mended.get(purpose.run));
  if (purpose.kind !== 'mend') return {};
  return {
    busy: textRef('wizard.busy.mending', { row: purpose.row }),
    effects: [{ kind: 'mend', run, cells: [{ row: purpose.row, field: purpose.field, value: text }] }],
  };
}

function found(step: PreviewStep, text: string, rows: ReadonlySet<number>, context: StepContext): Change {
  const next = { ...step, search: { text, rows } };
  if (rows.size === 0) return { step: next, notice: notice('warning', 'wizard.preview.notFound', { text }) };
  const here = currentRowNumber(step);
  const told = notice('plain', 'wizard.preview.found', { text, count: rows.size });
  if (here !== undefined && rows.has(here)) return { step: next, notice: told };
  return { ...toMatch(next, 1, context), notice: told };
}

function toMatch(step: PreviewStep, by: 1 | -1, { size }: StepContext): Change {
  const cursor = step.search?.rows ? nextAmong(step, step.search.rows, by) : undefined;
  return cursor === undefined ? {} : jumped(step, cursor, size);
}

function toProblem(step: PreviewStep, by: 1 | -1, { size }: StepContext): Change {
  if (step.problems === null)
    return { effects: [{ kind: 'findProblems', run: step.answer.run.id, filter: tabFilter(step.tab) }] };
  const cursor = nextAmong(step, step.problems, by);
  if (cursor === undefined) return { step, notice: notice('good', 'wizard.preview.noProblems') };
  return jumped(step, cursor, size);
}

function jumped(step: PreviewStep, cursor: number, size: StepContext['size']): Listed {
  return withPages({ ...step, cursor }, size);
}

/** The field of the first error is what is mended: its cell is read, to begin with what it holds. */
function mendHere(step: PreviewStep, { language }: StepContext): Change {
  const row = currentRow(step);
  if (!row) return {};
  const { id: run, type, settings } = step.answer.run;
  const available = new Set<FieldId>(fieldsFor(type).map(({ id }) => id));
  const told = row.messages.find(({ level, field }) => level === 'error' && field !== null && available.has(field));
  const field = told?.field ?? null;
  if (field === null || field === 'password') return { notice: notice('warning', 'wizard.preview.cannotMend') };
  if (settings.mapping[field]?.kind !== 'column')
    return { notice: notice('warning', 'mend.noColumn', { field: labelOf(field, step, language) }) };
  return {
    busy: textRef('wizard.busy.working'),
    effects: [{ kind: 'readCell', run, row: row.row, field }],
  };
}

function askCell(
  step: PreviewStep,
  { row, field, text }: Extract<StepEvent, { kind: 'cellRead' }>,
  { language }: StepContext,
): Change {
  return {
    overlay: {
      kind: 'prompt',
      purpose: { kind: 'mend', row, field },
      title: textRef('wizard.preview.mendPrompt', { row, label: labelOf(field, step, language) }),
      field: fieldWith(text),
    },
  };
}

/** It is no part of the plan, and is done at once: so the code of the leftover has to be typed. */
function askLeftover(step: PreviewStep): Change {
  const leftover = leftoverOf(currentRow(step));
  if (!leftover) return {};
  return {
    overlay: {
      kind: 'prompt',
      purpose: { kind: 'clearLeftover', user: leftover.user },
      title: textRef('wizard.preview.leftoverPrompt', { ...leftover }),
      field: fieldWith(''),
    },
  };
}

function clearLeftover(step: PreviewStep, user: string, typed: string): Change {
  if (typed.trim().toLowerCase() !== user.toLowerCase())
    return { notice: notice('warning', 'wizard.preview.leftoverKept', { user }) };
  return {
    busy: textRef('wizard.busy.working'),
    effects: [{ kind: 'clearLeftover', run: step.answer.run.id, user }],
  };
}

function labelOf(field: FieldId, { answer }: PreviewStep, language: Language): string {
  return fieldsFor(answer.run.type).find(({ id }) => id === field)?.[language] ?? field;
}
