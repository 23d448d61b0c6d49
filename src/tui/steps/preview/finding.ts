/** To the rows with a text, and to those with a problem. */
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { EMPTY_FIELD, fieldWith } from '../../shell/textField.js';
import type { Change, Task, Wizard } from '../../shell/wizard.js';
import { nextAmong, withPages } from './list.js';
import { problemRows } from './planRows.js';
import { currentRowNumber, type PreviewStep } from './state.js';
import { filterOf } from './tabs.js';

/** Begins with a text that found nothing, to be put right; any other search begins anew. */
export function askSearch({ search: last }: PreviewStep): Change<PreviewStep> {
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.preview.searchPrompt'),
      field: last?.rows?.size === 0 ? fieldWith(last.text) : EMPTY_FIELD,
      entered: search,
    },
  };
}

/** An empty text ends the search. */
function search(step: PreviewStep, text: string): Change<PreviewStep> {
  if (text === '') return { step: { ...step, search: null } };
  return { step: { ...step, search: { text, rows: null, leftOut: null } }, effects: [find(step, text)] };
}

function find(step: PreviewStep, text: string): Task {
  const { id } = step.answer.run;
  return task({
    slot: 'search',
    run: async ({ useCases }) => new Set(await useCases.rowNumbers(id, { ...filterOf(step), text })),
    then: (now: PreviewStep, rows, wizard) => found(now, text, rows, wizard),
  });
}

function found(step: PreviewStep, text: string, rows: ReadonlySet<number>, wizard: Wizard): Change<PreviewStep> {
  const next: PreviewStep = { ...step, search: { text, rows, leftOut: null } };
  if (rows.size === 0) return { step: next, notice: notice('warning', 'wizard.preview.notFound', { text }) };
  const here = currentRowNumber(step);
  const told = notice('plain', 'wizard.preview.found', { text, count: rows.size });
  if (here !== undefined && rows.has(here)) return { step: next, notice: told };
  return { ...toMatch(next, 1, wizard), notice: told };
}

export function toMatch(step: PreviewStep, by: 1 | -1, { size }: Wizard): Change<PreviewStep> {
  const cursor = step.search?.rows ? nextAmong(step, step.search.rows, by) : undefined;
  return cursor === undefined ? {} : withPages({ ...step, cursor }, size);
}

/** Which rows have a problem is looked up once, and then the next one is gone to. */
export function toProblem(step: PreviewStep, by: 1 | -1, { size }: Wizard): Change<PreviewStep> {
  if (step.problems === null) return { effects: [findProblems(step)] };
  const cursor = nextAmong(step, step.problems, by);
  if (cursor === undefined) return { notice: notice('good', 'wizard.preview.noProblems') };
  return withPages({ ...step, cursor }, size);
}

function findProblems(step: PreviewStep): Task {
  const { id } = step.answer.run;
  return task({
    slot: 'problems',
    run: ({ useCases }) => problemRows(useCases, id, filterOf(step)),
    then: (now: PreviewStep, rows, wizard) => {
      const next = { ...now, problems: new Set(rows) };
      return { step: next, ...toProblem(next, 1, wizard) };
    },
  });
}
