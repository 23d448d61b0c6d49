/** Reading the file anew with another option. */
import { requiredFile, type Choices } from '../../shell/choices.js';
import { moved, type Move } from '../../shell/list.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, Task, Wizard } from '../../shell/wizard.js';
import { optionsOf, valueOf, valuesOf, withOption, type FileStep } from './state.js';

export function fileStep(choices: Choices): FileStep {
  return { at: 'file', file: requiredFile(choices), option: 0 };
}

export function move(step: FileStep, to: Move): Change<FileStep> {
  const { length } = optionsOf(step.file);
  return { step: { ...step, option: moved({ cursor: step.option, top: 0 }, to, length, length).cursor } };
}

/** Reads the file anew with the next value of the option under the cursor. */
export function correct(step: FileStep, { choices }: Wizard, by: 1 | -1): Change<FileStep> {
  const option = optionsOf(step.file)[step.option];
  if (option === undefined) return {};
  const values = valuesOf(option, step.file);
  if (values.length < 2) return {};
  const at = values.indexOf(valueOf(option, step.file));
  const value = values[(at + by + values.length) % values.length] ?? '';
  const next = { ...choices, options: withOption(choices.options, option, value), planned: null };
  return { choices: next, effects: [inspect(step.file.name, next)] };
}

function inspect(name: string, { path, options, type }: Choices): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.reading', { file: name }),
    run: ({ useCases }) => useCases.inspect(path, options, type ?? 'user'),
    then: (step: FileStep, file, { choices }) => ({
      step: { ...step, file, option: Math.min(step.option, optionsOf(file).length - 1) },
      choices: { ...choices, file },
    }),
  });
}
