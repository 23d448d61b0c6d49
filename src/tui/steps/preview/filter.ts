/** The filter of the preview: read with every key, completed with Tab; the list follows without being waited for. */
import { completeFilter, type FilterCompletion } from '../../../domain/filter/completeFilter.js';
import { wordsOf } from '../../../domain/filter/matchRow.js';
import { parseTerms } from '../../../domain/filter/parseFilter.js';
import { CHANGED_FIELDS, OF_ROWS } from '../../../domain/filter/rowFilterFields.js';
import type { RowFilterField } from '../../../domain/rowTerms.js';
import { sayIn } from '../../../language/index.js';
import { completedField } from '../../shell/completeField.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { editField, fieldWith, insertText, type Edit, type TextField } from '../../shell/textField.js';
import type { Change, PickOption, Task, Wizard } from '../../shell/wizard.js';
import { askList } from './list.js';
import { currentRow, isGrouped, NOT_FILTERED, type PreviewStep } from './state.js';
import { termShown } from '../../widgets/fieldSpans.js';
import { likeRow } from './likeRow.js';
import { otherAbsent } from './readAbsent.js';

/** Begins to type, behind what was typed before; from the kinds of change, over all rows. */
export function typeFilter(step: PreviewStep): Change<PreviewStep> {
  const next: PreviewStep = { ...step, filter: { ...step.filter, typing: fieldWith(step.filter.text) } };
  const effects = step.filter.groups === null ? [readGroups(step)] : [];
  if (!isGrouped(step)) return { step: next, effects };
  const listed = askList({ ...next, tab: 'all', cursor: 0, top: 0 }, null);
  return { step: listed.step, effects: [...listed.effects, ...effects] };
}

export function typed(step: PreviewStep, text: string): Change<PreviewStep> {
  const { typing } = step.filter;
  return typing ? becomes(step, insertText(typing, text)) : {};
}

export function edit(step: PreviewStep, what: Edit): Change<PreviewStep> {
  const { typing } = step.filter;
  return typing ? becomes(step, editField(typing, what)) : {};
}

/** What is typed stays as it is; the list is that of the last text that says something. */
function becomes(step: PreviewStep, typing: TextField | null, text = typing?.text ?? ''): Change<PreviewStep> {
  const filter = { ...step.filter, typing, text };
  if (text === step.filter.text) return { step: { ...step, filter } };
  const read = text.trim() === '' ? { filter: null } : parseTerms(text, OF_ROWS);
  if ('fault' in read) {
    const { reason, term } = read.fault;
    const problem = textRef(`wizard.users.fault.${reason}`, { term: termShown(term) });
    return { step: { ...step, filter: { ...filter, problem } } };
  }
  const isSame = JSON.stringify(read.filter) === JSON.stringify(step.filter.where);
  const next = { ...step, filter: { ...filter, where: read.filter, problem: null } };
  return isSame ? { step: next } : askList({ ...next, search: null, absent: otherAbsent(step) });
}

/** The list as it is filtered now. */
export function endTyping(step: PreviewStep): Change<PreviewStep> {
  return { step: { ...step, filter: { ...step.filter, typing: null } } };
}

/** All rows again. */
export function clearFilter(step: PreviewStep): Change<PreviewStep> {
  return becomes(step, null, '');
}

export function filterCompletion(
  { filter: { typing, groups } }: PreviewStep,
  { environments, language }: Pick<Wizard, 'environments' | 'language'>,
): FilterCompletion | null {
  if (typing === null) return null;
  const word = sayIn(language);
  return completeFilter<RowFilterField>(typing.text, typing.caret, {
    vocabulary: OF_ROWS,
    language,
    yesNo: [word('value.yes'), word('value.no')],
    known: {
      env: (environments ?? []).map(({ code }) => code),
      group: groups ?? [],
      outcome: wordsOf('outcome', language),
      level: wordsOf('level', language),
      message: wordsOf('message', language),
      field: OF_ROWS.fields.flatMap((field) => (CHANGED_FIELDS.includes(field.id) ? [field[language]] : [])),
    },
  });
}

export function complete(step: PreviewStep, wizard: Wizard): Change<PreviewStep> {
  const { typing } = step.filter;
  const completion = filterCompletion(step, wizard);
  const field = typing && completion && completedField(typing, completion);
  return field ? becomes(step, field) : {};
}

/** What the row at the cursor has, to be picked: the rows that have it too. */
export function askLikeRow(step: PreviewStep, { language }: Wizard): Change<PreviewStep> {
  const row = currentRow(step);
  if (!row) return {};
  const options = likeRow(row, step.answer.run.environment, language).map((text): PickOption => ({
    id: text,
    label: text,
    hint: '',
  }));
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.preview.likeTitle'),
      options,
      cursor: 0,
      picked: (now: PreviewStep, text) => addTerm(now, text),
    },
  };
}

function addTerm(step: PreviewStep, text: string): Change<PreviewStep> {
  const { text: before } = step.filter;
  const terms = before.trim() === '' ? text : `${before.trimEnd()} ${text}`;
  return becomes({ ...step, filter: { ...step.filter, typing: null } }, null, terms);
}

export function isFiltered({ filter }: Pick<PreviewStep, 'filter'>): boolean {
  return filter.text !== NOT_FILTERED.text || filter.typing !== null;
}

/** Groups of the plan's environment, to complete with. */
function readGroups({ answer }: PreviewStep): Task {
  return task({
    slot: 'preview.groups',
    quiet: true,
    run: async ({ useCases }) => {
      const { id } = await useCases.environment(answer.run.environment);
      return (await useCases.groupsOf(id)).map(({ code }) => code).sort();
    },
    then: (step: PreviewStep, groups) => ({ step: { ...step, filter: { ...step.filter, groups } } }),
  });
}
