/** Typing a path, completing it, and browsing its folder. */
import { plainListHeight } from '../shell/layout.js';
import { AT_TOP, moved } from '../shell/list.js';
import { task } from '../shell/task.js';
import { editField, fieldWith, type Edit, type TextField } from '../shell/textField.js';
import type { Change, StepState, Task, Wizard } from '../shell/wizard.js';
import { chosenEntry, folderOf, matchingEntries, type PathField } from './pathField.js';

/** Lines above the list of files. */
export const PATH_FRAME = 4;

type PathStep = StepState & PathField;

export function listFolder<S extends PathStep>(folder: string): Task {
  return task({
    slot: 'folder',
    quiet: true,
    run: ({ folders }) => folders.list(folder).catch(() => null),
    then: (step: S, entries) => (step.folder === folder ? { step: { ...step, entries, ...AT_TOP } } : {}),
  });
}

export function editPath<S extends PathStep>(step: S, what: Edit): Change<S> {
  return withPath(step, editField(step.field, what));
}

/** Another path: its folder is listed where that is another one. */
export function withPath<S extends PathStep>(step: S, field: TextField): Change<S> {
  const folder = folderOf(field.text);
  const next: S = { ...step, field, folder, browsing: false, ...AT_TOP };
  if (folder === step.folder) return { step: next };
  return { step: { ...next, entries: null }, effects: [listFolder<S>(folder)] };
}

/** Into the list, through it, and out of it again above its first line. */
export function browse<S extends PathStep>(step: S, to: 'up' | 'down', { size }: Wizard): Change<S> {
  const total = matchingEntries(step).length;
  if (total === 0) return {};
  if (!step.browsing) return { step: { ...step, browsing: true, ...AT_TOP } };
  if (to === 'up' && step.cursor === 0) return { step: { ...step, browsing: false } };
  return { step: { ...step, ...moved(step, to, total, plainListHeight(size, PATH_FRAME)) } };
}

/** As far as all matching names agree; a folder that is the only one is opened. */
export function complete<S extends PathStep>(step: S): Change<S> {
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
  return withPath(step, fieldWith(step.folder + shared + end));
}

/** Goes into a folder, or does something with the path of the file that is meant. */
export function openPath<S extends PathStep>(step: S, opened: (path: string) => Change<S>): Change<S> {
  const entry = chosenEntry(step);
  if (entry?.folder === true) return withPath(step, fieldWith(`${step.folder}${entry.name}/`));
  const path = entry ? step.folder + entry.name : step.field.text.trim();
  return path === '' || path.endsWith('/') ? {} : opened(path);
}
