/** `env connect | disconnect`: an environment becomes the mirror of a live one, or stops being one. */
import type { CheckedConnection, ConnectionRequest } from '../application/ports/afas.js';
import { UserError } from '../application/userError.js';
import { CONNECTED_LISTS, type ConnectedList, type SecretPlace } from '../domain/connection.js';
import type { Say } from '../language/index.js';
import { fieldRows } from '../presentation/connectionTexts.js';
import { table } from '../presentation/layout.js';
import { done, textLines } from './answers/answer.js';
import type { Argument, Command } from './command.js';
import { leftToPlan } from './env.js';
import { readPair } from './line/fieldSettings.js';
import { refuseBoth } from './line/flagValues.js';
import { CLIENT_ID, CONNECTOR_FIELD, CONNECTORS, SECRET_ENV, SECRET_FILE, URL_OF_AFAS } from './line/flags.js';
import type { ParsedArgs } from './line/parsedArgs.js';

const CODE: Argument = { name: 'code', required: true, text: 'argument.code' };

/** A list that is not to be read. */
const NONE = 'none';

export const envConnect: Command = {
  words: 'env connect',
  answers: () => ['connection', 'run'],
  summary: 'command.env connect',
  argument: CODE,
  flags: [URL_OF_AFAS, SECRET_FILE, SECRET_ENV, CLIENT_ID, ...Object.values(CONNECTORS), CONNECTOR_FIELD],
  needs: (args) => (args.has(SECRET_ENV) ? [URL_OF_AFAS] : [URL_OF_AFAS, SECRET_FILE]),
  run: async (args, { services, say, signal }) => {
    const request = readRequest(args);
    const { useCases } = await services();
    const answer = await useCases.connectEnvironment(args.required, request, { signal });
    if (answer.planned) throw leftToPlan(answer.planned);
    const { environment, connection } = answer;
    const { settings, ...checked } = connection;
    const title = say('done.connected', { environment });
    return {
      ...done({ environment, connection: { ...settings, ...checked } }, title),
      lines: textLines([title, ...connectionTexts(connection, say)]),
    };
  },
};

export const envDisconnect: Command = {
  words: 'env disconnect',
  answers: () => ['connection', 'run'],
  summary: 'command.env disconnect',
  argument: CODE,
  flags: [],
  run: async (args, { services, say }) => {
    const { useCases } = await services();
    const answer = await useCases.disconnectEnvironment(args.required);
    if (answer.planned) throw leftToPlan(answer.planned);
    const { environment } = answer;
    return done({ environment, connection: null }, say('done.disconnected', { environment }));
  },
};

/** What stands where a secret is to come from, and which connectors and fields are not the usual ones. */
function readRequest(args: ParsedArgs): ConnectionRequest {
  const clientId = args.text(CLIENT_ID);
  const pairs = args.list(CONNECTOR_FIELD).map((text) => readPair('--field', text, 'users.email=Email_werk'));
  const connectors: Partial<Record<ConnectedList, string | null>> = {};
  for (const list of CONNECTED_LISTS) {
    const named = args.text(CONNECTORS[list]);
    if (named === undefined) continue;
    const isNone = named.toLowerCase() === NONE;
    if (isNone && (list === 'users' || list === 'memberships'))
      throw new UserError('wrongUse', 'usage.connectorNeeded', { flag: `--${list}` });
    connectors[list] = isNone ? null : named;
  }
  return {
    url: args.text(URL_OF_AFAS) ?? '',
    secret: readPlace(args),
    ...(clientId !== undefined && { clientId }),
    connectors,
    fields: Object.fromEntries(pairs.map(({ field, value }) => [field, value])),
  };
}

function readPlace(args: ParsedArgs): SecretPlace {
  const file = args.text(SECRET_FILE);
  const variable = args.text(SECRET_ENV);
  refuseBoth(args, SECRET_FILE, SECRET_ENV);
  return variable === undefined ? { file: file ?? '' } : { variable };
}

/** Which field of which connector gives what, so that a wrong one is seen; then what stays unknown. */
function connectionTexts({ settings, unknown, tokenExpiry }: CheckedConnection, say: Say): readonly string[] {
  return [
    ...table([[say('list.field'), say('list.connectorField')], ...fieldRows(settings)]),
    ...(unknown.length > 0 ? [say('connection.unknown', { fields: unknown.join(', ') })] : []),
    ...(settings.connectors.groups === settings.connectors.memberships ? [say('connection.someGroups')] : []),
    ...(settings.connectors.persons === null ? [say('connection.noPersons')] : []),
    ...(tokenExpiry === null ? [] : [say('connection.expires', { moment: tokenExpiry })]),
  ];
}
