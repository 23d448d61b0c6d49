/** Live environments of AFAS: connections to them are tried here, and users, groups and persons read. */
import type { Dispatcher } from 'undici';
import type { ConnectionRequest, KeepSecret, LiveConnections, ReadSecret } from '../application/ports/afas.js';
import type { LiveEnvironments, LiveReading } from '../application/ports/mirror.js';
import { UserError } from '../application/userError.js';
import {
  CONNECTED_LISTS,
  type ConnectedList,
  type ConnectionSettings,
  type SecretPlace,
} from '../domain/connection.js';
import { caseKey } from '../domain/sourceRow.js';
import { checkConnection } from './checkConnection.js';
import { AfasClient } from './client.js';
import { afasToken, clientCredentials } from './credentials.js';
import { createAgent } from './http.js';
import { fieldsOnce, readMetainfo } from './metainfo.js';
import { pagesOf, type Reading, type Row } from './pages.js';
import { groupOf, membershipOf, personOf, userOf, withoutRepeats } from './pulledRows.js';
import { Secrets } from './secrets.js';

export interface AfasOptions {
  readonly readSecret: ReadSecret;
  readonly keepSecret: KeepSecret;
  /** An absolute path, of what was typed. */
  readonly secretPath: (file: string) => string;
  /** Authorities to believe rather than those that Node does, as PEM. */
  readonly ca?: string;
}

export function createLiveEnvironments(options: AfasOptions): LiveEnvironments & LiveConnections {
  const dispatcher = createAgent(options.ca);
  const { readSecret, keepSecret, secretPath } = options;
  return {
    async check(environment, request, signal) {
      const { secret: asked } = request;
      const secret = 'variable' in asked ? asked : { file: secretPath(asked.file) };
      const at = placeOf(request, secret);
      const readAsked = 'typed' in asked ? () => Promise.resolve(asked.typed.trim()) : readSecret;
      const client = await clientOf(at, readAsked, dispatcher);
      const checked = await checkConnection(client, environment, request, at, signal);
      if ('typed' in asked) await keepSecret(asked.file, asked.typed.trim());
      return checked;
    },
    async read({ code, connection: settings }, signal) {
      if (!settings) throw new UserError('wrongUse', 'pull.notConnected', { environment: code });
      const client = await clientOf(settings, readSecret, dispatcher);
      await readMetainfo(client, code, signal);
      return readingOf(client, settings, await columnsOf(client, settings, signal), signal);
    },
  };
}

type Place = Pick<ConnectionSettings, 'url' | 'secret' | 'clientId'>;

function placeOf({ url, clientId }: ConnectionRequest, secret: SecretPlace): Place {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'https:') throw new UserError('wrongUse', 'afas.notHttps', { url });
  if (parsed.username + parsed.password + parsed.search + parsed.hash !== '')
    throw new UserError('wrongUse', 'afas.notPlainUrl', { host: parsed.host });
  return { url: parsed.href.replace(/\/+$/u, ''), secret, clientId: clientId ?? null };
}

async function clientOf(
  { url, secret: place, clientId }: Place,
  readSecret: ReadSecret,
  dispatcher: Dispatcher,
): Promise<AfasClient> {
  const secrets = new Secrets();
  const secret = await readSecret(place);
  const credentials =
    clientId === null
      ? afasToken(secret, secrets)
      : clientCredentials({ url, id: clientId, secret }, secrets, dispatcher);
  return new AfasClient(url, credentials, secrets, dispatcher);
}

/** How many fields each connector has. A field that went away would be read as empty: throws `UserError`. */
async function columnsOf(
  client: AfasClient,
  { connectors, fields }: ConnectionSettings,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const fieldsOf = fieldsOnce(client, signal);
  const columns = new Map<string, number>();
  for (const list of CONNECTED_LISTS) {
    const connector = connectors[list];
    if (connector === null) continue;
    const known = await fieldsOf(connector);
    columns.set(connector, known.length);
    for (const [name, field] of Object.entries(fields))
      if (name.startsWith(`${list}.`) && !known.includes(field))
        throw new UserError('wrongUse', 'afas.fieldGone', { connector, field, name });
  }
  return columns;
}

function readingOf(
  client: AfasClient,
  { connectors, fields }: ConnectionSettings,
  columns: ReadonlyMap<string, number>,
  signal?: AbortSignal,
): LiveReading {
  const rowsOf = (list: ConnectedList, more: Pick<Reading, 'keys' | 'distinct'>): AsyncGenerator<readonly Row[]> => {
    const connector = connectors[list] ?? '';
    return pagesOf(client, { connector, columns: columns.get(connector) ?? 1, signal, ...more });
  };
  const key = (name: string): string => fields[name] ?? '';
  async function* each<Item>(rows: AsyncIterable<readonly Row[]>, read: (row: Row) => Item): AsyncGenerator<Item[]> {
    for await (const page of rows) yield page.map(read);
  }
  // The members of a group stand behind each other: of those, the first page says what the group is.
  const ofMembers = connectors.groups !== null && caseKey(connectors.groups) === caseKey(connectors.memberships ?? '');
  return {
    users: withoutRepeats(
      each(rowsOf('users', { keys: [key('users.user')] }), (row) => userOf(row, fields)),
      ({ user }) => user,
    ),
    groups:
      connectors.groups === null
        ? nothing()
        : withoutRepeats(
            each(rowsOf('groups', { keys: [key('groups.group')], ...(ofMembers && { distinct: true }) }), (row) =>
              groupOf(row, fields),
            ),
            ({ group }) => group,
            () => true,
          ),
    groupsComplete: connectors.groups !== null && !ofMembers,
    memberships: withoutRepeats(
      each(rowsOf('memberships', { keys: [key('memberships.group'), key('memberships.user')] }), (row) =>
        membershipOf(row, fields),
      ),
      ({ group, user }) => `${group}\n${user}`,
    ),
    persons:
      connectors.persons === null
        ? null
        : withoutRepeats(
            each(rowsOf('persons', { keys: [key('persons.person')] }), (row) => personOf(row, fields)),
            ({ person }) => person,
            () => true,
          ),
  };
}

async function* nothing(): AsyncGenerator<readonly never[]> {
  await Promise.resolve();
  yield [];
}
