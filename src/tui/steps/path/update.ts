/** The path of the file: typed with completion, or picked from its folder. */
import { pastedPaths } from '../../../domain/pastedPath.js';
import { editField, fieldWith, insertText, type Edit } from '../../shell/textField.js';
import { plainListHeight } from '../../shell/layout.js';
import { EDITS } from '../../keymap/actions.js';
import { AT_TOP, type PathStep } from '../state.js';
import { textRef, type Change, type StepEvent } from '../../shell/wizard.js';
import type { FolderEntry } from '../../wizardOptions.js';
import { moved, type StepContext } from '../../shell/stepContext.js';

/** Lines above the list of files. */
export const PATH_FRAME = 4;

export function pathStep(choices: StepContext['choices']): PathStep {
  const field = fieldWith(choices.path);
  return {
    at: 'path',
    type: choices.type ?? 'user',
    environment: choices.environment ?? '',
    ...AT_TOP,
    field,
    folder: folderOf(field.text),
    entries: null,
    browsing: false,
  };
}

/** The folder of a path as it is typed; `''` for the working folder. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What a spreadsheet program leaves beside a file while it has it open: Excel, LibreOffice. */
const isLock = (name: string): boolean => name.startsWith('~$') || (name.startsWith('.~lock.') && name.endsWith('#'));

/** The entries that go on as the path was begun, or as it was before it was pasted: folders first; hidden ones only when a dot was typed. */
export function matchingEntries(step: PathStep): readonly FolderEntry[] {
  const beginnings = [step.field.text, ...pastedPaths(step.field.text)].map((path) => nameOf(path).toLowerCase());
  const [matching = []] = beginnings
    .map((begun) =>
      (step.entries ?? []).filter(
        ({ name }) =>
          name.toLowerCase().startsWith(begun) && (begun.startsWith('.') || !name.startsWith('.')) && !isLock(name),
      ),
    )
    .filter((found) => found.length > 0);
  const byName = (a: FolderEntry, b: FolderEntry): number =>
    Number(b.folder) - Number(a.folder) || a.name.localeCompare(b.name);
  return matching.toSorted(byName);
}

export function updatePath(step: PathStep, event: StepEvent, context: StepContext): Change {
  switch (event.kind) {
    case 'entered':
      return { step, effects: [{ kind: 'listFolder', folder: step.folder }] };
    case 'folderListed':
      return event.folder === step.folder ? { step: { ...step, entries: event.entries, ...AT_TOP } } : {};
    case 'typed':
      return edited(step, insertText(step.field, event.text));
    case 'inspected':
      return {
        choices: { ...context.choices, path: step.field.text, file: event.file, overrides: context.choices.overrides },
        go: { to: 'file' },
      };
    case 'action':
      break;
    default:
      return {};
  }
  const { action } = event;
  if ((EDITS as readonly string[]).includes(action)) return edited(step, editField(step.field, action as Edit));
  switch (action) {
    case 'moveUp':
    case 'moveDown': {
      const total = matchingEntries(step).length;
      if (total === 0) return {};
      const height = plainListHeight(context.size, PATH_FRAME);
      if (!step.browsing) return { step: { ...step, browsing: true, ...AT_TOP } };
      if (action === 'moveUp' && step.cursor === 0) return { step: { ...step, browsing: false } };
      return { step: { ...step, ...moved(step, action, total, height) } };
    }
    case 'complete':
      return completed(step);
    case 'goOn':
      return opened(step, context);
    case 'goBack':
      return { choices: { ...context.choices, path: step.field.text }, go: { to: 'back' } };
    default:
      return {};
  }
}

function edited(step: PathStep, field: PathStep['field']): Change {
  const folder = folderOf(field.text);
  const next: PathStep = { ...step, field, folder, browsing: false, ...AT_TOP };
  if (folder === step.folder) return { step: next };
  return { step: { ...next, entries: null }, effects: [{ kind: 'listFolder', folder }] };
}

/** As far as all matching names agree; a folder that is the only one is opened. */
function completed(step: PathStep): Change {
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
  return edited(step, fieldWith(step.folder + shared + end));
}

function entryNamed({ field }: PathStep, entries: readonly FolderEntry[]): FolderEntry | undefined {
  const names = [field.text, ...pastedPaths(field.text)].map(nameOf);
  return names.flatMap((name) => entries.find((entry) => entry.name === name) ?? [])[0];
}

function opened(step: PathStep, context: StepContext): Change {
  const matching = matchingEntries(step);
  const entry = step.browsing ? matching[step.cursor] : entryNamed(step, matching);
  if (entry?.folder === true) return edited(step, fieldWith(`${step.folder}${entry.name}/`));
  const path = entry ? step.folder + entry.name : step.field.text.trim();
  if (path === '' || path.endsWith('/')) return {};
  // Another file: what was corrected about the one before does not hold for it.
  const options = path === context.choices.path ? context.choices.options : {};
  const changed = path !== context.choices.path;
  return {
    step: { ...step, field: fieldWith(path), browsing: false },
    choices: { ...context.choices, options, ...(changed ? { path, planned: null } : {}) },
    busy: textRef('wizard.busy.reading', { file: nameOf(path) }),
    effects: [{ kind: 'inspect', path, options, type: step.type }],
  };
}
