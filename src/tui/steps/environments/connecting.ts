/** An environment is connected to the live one: where it answers, and where the secret is, one question after another. */
import type { ConnectionRequest } from '../../../application/ports/afas.js';
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import { looksLikeSecret } from '../../../domain/connection.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { EMPTY_FIELD, fieldWith } from '../../shell/textField.js';
import { TypedSecret } from '../../shell/typedSecret.js';
import type { Change, PickOption, PromptOverlay, Task } from '../../shell/wizard.js';
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
      askWay({ here, url, ...(clientId !== '' && { clientId }) }),
    ),
  };
}

/** What was answered so far. */
interface Begun extends Pick<ConnectionRequest, 'url' | 'clientId'> {
  readonly here: EnvironmentOverview;
}

const WAYS = ['file', 'variable', 'typed'] as const;
type Way = (typeof WAYS)[number];

/** As the command line has them; and typed, for who has no file of it yet. */
function askWay(begun: Begun): Change {
  const { code, connection } = begun.here;
  const options = WAYS.map((id): PickOption => ({ id, label: textRef(`wizard.connect.way.${id}`), hint: '' }));
  const ask: Readonly<Record<Way, (begun: Begun) => Change>> = {
    file: askFile,
    variable: askVariable,
    typed: askTyped,
  };
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.connect.askWay', { code }),
      options,
      cursor: connection && 'variable' in connection.secret ? WAYS.indexOf('variable') : 0,
      picked: (_step, id) => ask[id as Way](begun),
    },
  };
}

function askFile(begun: Begun): Change {
  return {
    overlay: placePrompt('wizard.connect.askFile', begun.here, fileOf(begun.here), (file) => goOn(begun, { file })),
  };
}

function askVariable(begun: Begun): Change {
  const { secret } = begun.here.connection ?? {};
  const now = secret && 'variable' in secret ? secret.variable : '';
  return {
    overlay: placePrompt('wizard.connect.askVariable', begun.here, now, (variable) => goOn(begun, { variable })),
  };
}

/** It goes in a file, as the database holds none. */
function askTyped(begun: Begun): Change {
  const { code } = begun.here;
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.connect.askTyped', { code }),
      field: new TypedSecret(),
      entered: (_step, text) => (text.trim() === '' ? {} : askKept(begun, text.trim())),
    },
  };
}

function askKept(begun: Begun, typed: string): Change {
  const now = `~/afas-${begun.here.code}.secret`;
  return {
    overlay: placePrompt('wizard.connect.askKept', begun.here, now, (file) =>
      goOn(begun, { file, typed }, () => askKept(begun, typed)),
    ),
  };
}

function goOn({ here, ...begun }: Begun, secret: ConnectionRequest['secret'], again?: () => Change): Change {
  const others = here.connection && { connectors: here.connection.connectors, fields: here.connection.fields };
  return { effects: [connect(here.code, { ...begun, secret, ...others }, again)] };
}

function fileOf({ connection }: EnvironmentOverview): string {
  return connection && 'file' in connection.secret ? connection.secret.file : '';
}

/** Where the secret is: what looks like the secret itself is not shown, nor taken. */
function placePrompt(
  key: 'wizard.connect.askFile' | 'wizard.connect.askVariable' | 'wizard.connect.askKept',
  { code }: EnvironmentOverview,
  now: string,
  entered: (place: string) => Change,
): PromptOverlay {
  return {
    ...prompt(key, code, now, (place) => {
      if (place === '') return {};
      return looksLikeSecret(place) ? { notice: notice('warning', 'wizard.connect.isSecret') } : entered(place);
    }),
    hides: looksLikeSecret,
  };
}

function prompt(
  key: Parameters<typeof placePrompt>[0] | 'wizard.connect.askUrl' | 'wizard.connect.askClient',
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

/** A file that cannot be made is asked for once more. */
const NOT_KEPT: readonly string[] = ['secret.fileExists', 'secret.notKept'];

function connect(code: string, request: ConnectionRequest, again: (() => Change) | undefined): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.connect', { environment: code }),
    run: ({ useCases }, watch) => useCases.connectEnvironment(code, request, watch),
    then: (_step, { planned }) =>
      planned
        ? leftToPlan(planned)
        : { notice: notice('good', 'wizard.connect.done', { environment: code }), effects: [loadAll()] },
    ...(again && { failed: (_step, { key }) => (NOT_KEPT.includes(key) ? again() : {}) }),
  });
}
