/** A mirror is read again from its live environment, on a key of each screen that tells how old it is. */
import { text } from '../keys/commonKeys.js';
import { notice, textRef } from '../shell/messages.js';
import { task } from '../shell/task.js';
import { EMPTY_FIELD } from '../shell/textField.js';
import type { Binding, Change, Effect, PromptOverlay, StepState, Task } from '../shell/wizard.js';
import { sayRef } from '../../presentation/theme.js';
import type { EnvironmentOverview } from '../../application/ports/directoryStore.js';

/** `after` is what the screen asks for once it was read. */
export function pullKey<S extends StepState>(
  here: (step: S) => EnvironmentOverview | undefined,
  after: () => Effect,
): Binding<S> {
  return {
    keys: ['F'],
    label: text('ophalen', 'pull'),
    disabled: [
      {
        reason: text('Deze omgeving is niet met AFAS verbonden.', 'This environment is not connected to AFAS.'),
        when: (step) => here(step)?.connection === undefined,
      },
    ],
    footer: 30,
    deliberate: true,
    run: (step): Change<S> => {
      const environment = here(step);
      return environment ? { effects: [pull(environment.code, after)] } : {};
    },
  };
}

/** Goes on with `after` once it was read. */
export function pull(code: string, after: () => Effect, acceptShrunk = false): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.pull', { environment: code }),
    run: ({ useCases }, watch) => useCases.pullEnvironment(code, { acceptShrunk }, watch),
    then: (_step, { counts: { users } }) => ({
      notice: notice('good', 'wizard.environment.pulled', { environment: code, ...users }),
      effects: [after()],
    }),
    failed: (_step, problem, { language }) => {
      if (problem.key !== 'pull.shrunk' && problem.key !== 'pull.firstGone') return {};
      const told = [problem, ...problem.details].map((ref) => sayRef({ language }, ref)).join(' ');
      const question = textRef('wizard.environment.askShrunk', { told });
      return {
        notice: null,
        overlay: { kind: 'question', ...question, agreed: () => ({ overlay: askCode(code, after) }) },
      };
    },
  });
}

/** It makes users gone: only who types the code means it. */
function askCode(code: string, after: () => Effect): PromptOverlay {
  return {
    kind: 'prompt',
    title: textRef('wizard.environment.acceptShrunk', { code }),
    field: EMPTY_FIELD,
    entered: (_step, typed) => {
      if (typed.trim() === '') return {};
      if (typed.trim().toLowerCase() === code.toLowerCase()) return { effects: [pull(code, after, true)] };
      return { notice: notice('warning', 'wizard.environment.notAccepted', { code }) };
    },
  };
}
