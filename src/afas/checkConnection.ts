/** A connection that is asked for, held against what the live environment has: names as they are written there. */
import type { CheckedConnection, ConnectionRequest } from '../application/ports/afas.js';
import { UserError } from '../application/userError.js';
import {
  CONNECTED_FIELDS,
  CONNECTED_LISTS,
  isConnectedField,
  NEEDED_FIELDS,
  type ConnectedList,
  type ConnectionSettings,
} from '../domain/connection.js';
import type { AfasClient } from './client.js';
import { fieldsOnce, readMetainfo } from './metainfo.js';
import { USUAL_CONNECTORS, usualFields } from './usualNames.js';

/** `at`: the address and the secret's place, as they are kept. Throws `UserError` as `LiveConnections.check` does. */
export async function checkConnection(
  client: AfasClient,
  environment: string,
  request: ConnectionRequest,
  at: Pick<ConnectionSettings, 'url' | 'secret' | 'clientId'>,
  signal?: AbortSignal,
): Promise<CheckedConnection> {
  const { connectors: there, tokenExpiry } = await readMetainfo(client, environment, signal);
  const connectors = connectorsOf(request, there);
  const asked = Object.entries(request.fields ?? {});
  const fieldsOf = fieldsOnce(client, signal);
  const fields: Record<string, string> = {};
  for (const list of CONNECTED_LISTS) {
    const connector = connectors[list];
    if (connector === null) continue;
    const known = await fieldsOf(connector);
    const usual = usualFields(list, known);
    const own = asked.filter(([name]) => name.startsWith(`${list}.`));
    for (const [name, field] of own) requireField(name, field, connector, known);
    const all = { ...usual, ...Object.fromEntries(own.map(([name, field]) => [name, asWritten(field, known)])) };
    for (const field of CONNECTED_FIELDS[list]) {
      const name = `${list}.${field}`;
      const from = all[name] ?? '';
      if (from !== '') fields[name] = from;
      else if (NEEDED_FIELDS[list].includes(field))
        throw new UserError('wrongUse', 'afas.fieldNeeded', { connector, name, known: known.join(', ') });
    }
  }
  const unknown = CONNECTED_FIELDS.users.filter((field) => fields[`users.${field}`] === undefined);
  return { settings: { ...at, connectors, fields }, unknown, tokenExpiry };
}

/** Persons that nobody asked for by name can be missing; all else is needed. */
function connectorsOf(
  { connectors = {} }: ConnectionRequest,
  there: readonly string[],
): Readonly<Record<ConnectedList, string | null>> {
  const named = (list: Exclude<ConnectedList, 'groups'>): string => connectors[list] ?? USUAL_CONNECTORS[list];
  const found = (name: string): string => {
    const is = asWritten(name, there);
    if (!there.includes(is))
      throw new UserError('wrongUse', 'afas.noConnector', { connector: name, known: there.join(', ') });
    return is;
  };
  const usualPersons = connectors.persons === undefined && !there.includes(asWritten(USUAL_CONNECTORS.persons, there));
  const memberships = found(named('memberships'));
  return {
    users: found(named('users')),
    groups:
      connectors.groups === undefined ? memberships : connectors.groups === null ? null : found(connectors.groups),
    memberships,
    persons: connectors.persons === null || usualPersons ? null : found(named('persons')),
  };
}

function requireField(name: string, field: string, connector: string, known: readonly string[]): void {
  if (!isConnectedField(name)) {
    const names = Object.entries(CONNECTED_FIELDS).flatMap(([list, ids]) => ids.map((id) => `${list}.${id}`));
    throw new UserError('wrongUse', 'afas.unknownName', { name, known: names.join(', ') });
  }
  if (field !== '' && !known.includes(asWritten(field, known)))
    throw new UserError('wrongUse', 'afas.noField', { connector, field, known: known.join(', ') });
}

/** A name as it is written among those that are there, whatever the letter case. */
function asWritten(name: string, there: readonly string[]): string {
  return there.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}
