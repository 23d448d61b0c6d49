/** The mirror at the cursor is read again from its live environment. */
import { notice, textRef } from '../../shell/messages.js';
import { loadEnvironments, task } from '../../shell/task.js';
import type { Change } from '../../shell/wizard.js';
import type { EnvironmentStep } from './state.js';

export function refresh(step: EnvironmentStep): Change<EnvironmentStep> {
  const here = step.environments?.[step.cursor];
  if (!here) return {};
  const { code } = here;
  return {
    effects: [
      task({
        slot: 'main',
        busy: textRef('wizard.busy.pull', { environment: code }),
        run: ({ useCases }, watch) => useCases.pullEnvironment(code, {}, watch),
        then: (_step, { counts: { users } }) => ({
          notice: notice('good', 'wizard.environment.pulled', { environment: code, ...users }),
          effects: [loadEnvironments<EnvironmentStep>((now, { environments }) => ({ step: { ...now, environments } }))],
        }),
      }),
    ],
  };
}
