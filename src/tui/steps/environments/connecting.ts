/** An environment is connected to the live one: where it answers, and where the secret is, one question after another. */
import type { ConnectionRequest } from '../../../application/ports/afas.js';
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { EMPTY_FIELD, fieldWith } from '../../shell/textField.js';
import type { Change, PromptOverlay, Task } from '../../shell/wizard.js';
import { leftToPlan } from './changing.js';
import { liveHere, type EnvironmentsStep } from './state.js';
import { loadAll } from './update.js';

/** The connectors and fields are the usual ones, or those that it had: others are named on the command line. */
export function askConnect(step: EnvironmentsStep): Change<EnvironmentsStep> {
  const here = liveHere(step);
  if (!here) return {};
  const { code, connection } = here;
  return {
    overlay: prompt('wizard.connect.askUrl', code, connection?.url ?? '', (url) =>
      url === '' ? {} : askClient(here, url),
    ),
  };
}

/** Without a client there is a token. */
function askClient(here: EnvironmentOverview, url: string): Change {
  const now = here.connection?.clientId ?? '';
  return {
    overlay: prompt('wizard.connect.askClient', here.code, now, (clientId) =>
      askSecret(here, { url, ...(clientId !== '' && { clientId }) }),
    ),
  };
}

function askSecret(
  { code, connection }: EnvironmentOverview,
  begun: Pick<ConnectionRequest, 'url' | 'clientId'>,
): Change {
  const now = connection && 'file' in connection.secret ? connection.secret.file : '';
  const others = connection && { connectors: connection.connectors, fields: connection.fields };
  return {
    overlay: prompt('wizard.connect.askSecret', code, now, (file) =>
      file === '' ? {} : { effects: [connect(code, { ...begun, secret: { file }, ...others })] },
    ),
  };
}

function prompt(
  key: 'wizard.connect.askUrl' | 'wizard.connect.askClient' | 'wizard.connect.askSecret',
  code: string,
  now: string,
  entered: (text: string) => Change,
): PromptOverlay {
  return {
    kind: 'prompt',
    title: textRef(key, { code }),
    field: now === '' ? EMPTY_FIELD : fieldWith(now),
    entered: (_step, text) => entered(text.trim()),
  };
}

function connect(code: string, request: ConnectionRequest): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.connect', { environment: code }),
    run: ({ useCases }, watch) => useCases.connectEnvironment(code, request, watch),
    then: (_step, { planned }) =>
      planned
        ? leftToPlan(planned)
        : { notice: notice('good', 'wizard.connect.done', { environment: code }), effects: [loadAll()] },
  });
}
