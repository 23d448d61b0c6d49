/** The filter line: read with every key, completed with Tab; the list follows without being waited for. */
import { completeFilter, type FilterCompletion } from '../../../domain/filter/completeFilter.js';
import { OF_USERS } from '../../../domain/filter/filterFields.js';
import { parseFilter } from '../../../domain/filter/parseFilter.js';
import { NO_FILTER } from '../../../domain/userFilter.js';
import { sayIn } from '../../../language/index.js';
import { completedField } from '../../shell/completeField.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { editField, EMPTY_FIELD, fieldWith, insertText, type Edit, type TextField } from '../../shell/textField.js';
import type { Change, Size, Task, Wizard } from '../../shell/wizard.js';
import { askList } from './list.js';
import type { UsersStep } from './state.js';
import { termShown } from '../../widgets/fieldSpans.js';

/** Begins to type, behind what was typed before. */
export function typeFilter(step: UsersStep): Change<UsersStep> {
  const typing = fieldWith(step.filterText);
  return { step: { ...step, typing }, effects: step.groups === null ? [readGroups()] : [] };
}

export function typed(step: UsersStep, text: string, { size }: Wizard): Change<UsersStep> {
  return step.typing ? becomes(step, insertText(step.typing, text), size) : {};
}

export function edit(step: UsersStep, what: Edit, { size }: Wizard): Change<UsersStep> {
  return step.typing ? becomes(step, editField(step.typing, what), size) : {};
}

/** What is typed stays as it is; the list is that of the last text that says something. */
function becomes(step: UsersStep, typing: TextField, size: Size): Change<UsersStep> {
  const next: UsersStep = { ...step, typing, filterText: typing.text };
  if (typing.text === step.filterText) return { step: next };
  const read = typing.text.trim() === '' ? { filter: NO_FILTER } : parseFilter(typing.text);
  if ('fault' in read) {
    const { reason, term } = read.fault;
    return { step: { ...next, problem: textRef(`wizard.users.fault.${reason}`, { term: termShown(term) }) } };
  }
  const isSame = JSON.stringify(read.filter) === JSON.stringify(step.filter);
  const understood = { ...next, filter: read.filter, problem: null };
  // Whom nobody sees any more is not chosen any more: an act would be about them.
  return isSame ? { step: understood } : askList({ ...understood, chosen: new Map() }, size);
}

/** The list as it is filtered now. */
export function endTyping(step: UsersStep): Change<UsersStep> {
  return { step: { ...step, typing: null } };
}

/** Everybody again. */
export function clearFilter(step: UsersStep, { size }: Wizard): Change<UsersStep> {
  const change = becomes(step, EMPTY_FIELD, size);
  return { ...change, step: { ...(change.step ?? step), typing: null } };
}

export function completionOf(
  { typing, groups }: UsersStep,
  { environments, language }: Wizard,
): FilterCompletion | null {
  if (typing === null) return null;
  const word = sayIn(language);
  return completeFilter(typing.text, typing.caret, {
    vocabulary: OF_USERS,
    language,
    yesNo: [word('value.yes'), word('value.no')],
    known: { env: (environments ?? []).map(({ code }) => code), group: groups ?? [] },
  });
}

/** Puts the first of what can stand here in the line, or the one behind it where that stands there already. */
export function complete(step: UsersStep, wizard: Wizard): Change<UsersStep> {
  const { typing } = step;
  const completion = completionOf(step, wizard);
  if (!typing || !completion) return {};
  const field = completedField(typing, completion);
  return field ? becomes(step, field, wizard.size) : {};
}

/** Groups of every environment, to complete with. */
function readGroups(): Task {
  return task({
    slot: 'users.groups',
    quiet: true,
    run: async ({ useCases }) => {
      const codes = new Set<string>();
      for (const { id, deleted } of await useCases.environments())
        if (!deleted) for (const { code } of await useCases.groupsOf(id)) codes.add(code);
      return [...codes].sort();
    },
    then: (step: UsersStep, groups) => ({ step: { ...step, groups } }),
  });
}
