/** The path of the file is typed or picked, and the file opened. */
import { nameOf, pathField } from '../../paths/pathField.js';
import { listFolder, openPath, withPath } from '../../paths/pathKeys.js';
import type { Choices } from '../../shell/choices.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { fieldWith, insertText } from '../../shell/textField.js';
import type { Change, Entered, StepEvent, Task, Wizard } from '../../shell/wizard.js';
import type { PathStep } from './state.js';

/** The demo begins among its samples. */
export function enter({ choices, demo }: Wizard): Entered<PathStep> {
  const path = choices.path === '' ? (demo?.samples ?? '') : choices.path;
  const step: PathStep = { at: 'path', ...pathField(path) };
  return { step, effects: [listFolder<PathStep>(step.folder)] };
}

export function update(step: PathStep, event: StepEvent): Change<PathStep> {
  return event.kind === 'typed' ? withPath(step, insertText(step.field, event.text)) : {};
}

export function open(step: PathStep, { choices }: Wizard): Change<PathStep> {
  return openPath(step, (path) => {
    // Another file: what was corrected about the one before does not hold for it.
    const same = path === choices.path;
    const next: Choices = same ? choices : { ...choices, path, options: {}, planned: null };
    return {
      step: { ...step, field: fieldWith(path), browsing: false },
      choices: next,
      effects: [inspect(path, next)],
    };
  });
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
