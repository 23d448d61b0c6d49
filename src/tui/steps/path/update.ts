/** Typing a path, completing it, browsing its folder, and opening the file. */
import type { Choices } from '../../shell/choices.js';
import { plainListHeight } from '../../shell/layout.js';
import { AT_TOP, moved } from '../../shell/list.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { editField, fieldWith, insertText, type Edit, type TextField } from '../../shell/textField.js';
import type { Change, Entered, StepEvent, Task, Wizard } from '../../shell/wizard.js';
import { chosenEntry, folderOf, matchingEntries, nameOf, type PathStep } from './state.js';

/** Lines above the list of files. */
export const PATH_FRAME = 4;

/** The demo begins among its samples. */
export function enter({ choices, demo }: Wizard): Entered<PathStep> {
  const path = choices.path === '' ? (demo?.samples ?? '') : choices.path;
  const folder = folderOf(path);
  return {
    step: { at: 'path', ...AT_TOP, field: fieldWith(path), folder, entries: null, browsing: false },
    effects: [listFolder(folder)],
  };
}

function listFolder(folder: string): Task {
  return task({
    slot: 'folder',
    quiet: true,
    run: ({ folders }) => folders.list(folder).catch(() => null),
    then: (step: PathStep, entries) => (step.folder === folder ? { step: { ...step, entries, ...AT_TOP } } : {}),
  });
}

export function update(step: PathStep, event: StepEvent): Change<PathStep> {
  return event.kind === 'typed' ? changed(step, insertText(step.field, event.text)) : {};
}

export function edit(step: PathStep, what: Edit): Change<PathStep> {
  return changed(step, editField(step.field, what));
}

function changed(step: PathStep, field: TextField): Change<PathStep> {
  const folder = folderOf(field.text);
  const next: PathStep = { ...step, field, folder, browsing: false, ...AT_TOP };
  if (folder === step.folder) return { step: next };
  return { step: { ...next, entries: null }, effects: [listFolder(folder)] };
}

/** Into the list, through it, and out of it again above its first line. */
export function browse(step: PathStep, to: 'up' | 'down', { size }: Wizard): Change<PathStep> {
  const total = matchingEntries(step).length;
  if (total === 0) return {};
  if (!step.browsing) return { step: { ...step, browsing: true, ...AT_TOP } };
  if (to === 'up' && step.cursor === 0) return { step: { ...step, browsing: false } };
  return { step: { ...step, ...moved(step, to, total, plainListHeight(size, PATH_FRAME)) } };
}

/** As far as all matching names agree; a folder that is the only one is opened. */
export function complete(step: PathStep): Change<PathStep> {
  const matching = matchingEntries(step);
  const selected = step.browsing ? matching[step.cursor] : undefined;
  const candidates = selected ? [selected] : matching;
  const [first] = candidates;
  if (!first) return {};
  let shared = first.name;
  for (const { name } of candidates) {
    while (!name.toLowerCase().startsWith(shared.toLowerCase())) shared = shared.slice(0, -1);
  }
  const end = candidates.length === 1 && first.folder ? '/' : '';
  return changed(step, fieldWith(step.folder + shared + end));
}

export function open(step: PathStep, { choices }: Wizard): Change<PathStep> {
  const entry = chosenEntry(step);
  if (entry?.folder === true) return changed(step, fieldWith(`${step.folder}${entry.name}/`));
  const path = entry ? step.folder + entry.name : step.field.text.trim();
  if (path === '' || path.endsWith('/')) return {};
  // Another file: what was corrected about the one before does not hold for it.
  const same = path === choices.path;
  const next: Choices = same ? choices : { ...choices, path, options: {}, planned: null };
  return {
    step: { ...step, field: fieldWith(path), browsing: false },
    choices: next,
    effects: [inspect(path, next)],
  };
}

function inspect(path: string, { options, type }: Choices): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.reading', { file: nameOf(path) }),
    run: ({ useCases }) => useCases.inspect(path, options, type ?? 'user'),
    then: (_step, file, { choices }) => ({ choices: { ...choices, path, file }, go: { to: 'file' } }),
  });
}

/** What was typed is there again when one comes back. */
export function back({ field }: PathStep, { choices }: Wizard): Change<PathStep> {
  return { choices: { ...choices, path: field.text }, go: 'back' };
}
