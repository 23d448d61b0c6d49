/** To the rows with a text, and to those with a problem. */
import { notice } from '../../shell/messages.js';
import type { PreviewStep } from '../state.js';
import { EMPTY_FIELD, fieldWith } from '../../shell/textField.js';
import { textRef, type Change } from '../../shell/wizard.js';
import type { StepContext } from '../../shell/stepContext.js';
import { currentRowNumber, nextAmong, withPages, type Listed } from './list.js';
import { tabFilter } from './tabs.js';

/** Begins with a text that found nothing, to be put right; any other search begins anew. */
export function askSearch({ search: last }: PreviewStep): Change {
  return {
    overlay: {
      kind: 'prompt',
      purpose: { kind: 'search' },
      title: textRef('wizard.preview.searchPrompt'),
      field: last?.rows?.size === 0 ? fieldWith(last.text) : EMPTY_FIELD,
    },
  };
}

/** An empty text ends the search. */
export function search(step: PreviewStep, text: string): Change {
  if (text === '') return { step: { ...step, search: null } };
  return {
    step: { ...step, search: { text, rows: null, leftOut: null } },
    effects: [{ kind: 'search', run: step.answer.run.id, filter: tabFilter(step.tab), text }],
  };
}

export function found(step: PreviewStep, text: string, rows: ReadonlySet<number>, context: StepContext): Change {
  const next: PreviewStep = { ...step, search: { text, rows, leftOut: null } };
  if (rows.size === 0) return { step: next, notice: notice('warning', 'wizard.preview.notFound', { text }) };
  const here = currentRowNumber(step);
  const told = notice('plain', 'wizard.preview.found', { text, count: rows.size });
  if (here !== undefined && rows.has(here)) return { step: next, notice: told };
  return { ...toMatch(next, 1, context), notice: told };
}

export function toMatch(step: PreviewStep, by: 1 | -1, { size }: StepContext): Change {
  const cursor = step.search?.rows ? nextAmong(step, step.search.rows, by) : undefined;
  return cursor === undefined ? {} : jumped(step, cursor, size);
}

export function toProblem(step: PreviewStep, by: 1 | -1, { size }: StepContext): Change {
  if (step.problems === null)
    return { effects: [{ kind: 'findProblems', run: step.answer.run.id, filter: tabFilter(step.tab) }] };
  const cursor = nextAmong(step, step.problems, by);
  if (cursor === undefined) return { step, notice: notice('good', 'wizard.preview.noProblems') };
  return jumped(step, cursor, size);
}

function jumped(step: PreviewStep, cursor: number, size: StepContext['size']): Listed {
  return withPages({ ...step, cursor }, size);
}
