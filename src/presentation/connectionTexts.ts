/** What an environment is connected to: where, by which connectors, and which field gives what; never a secret. */
import { CONNECTED_LISTS, type ConnectedList, type ConnectionSettings } from '../domain/connection.js';
import { sayIn } from '../language/index.js';
import type { Language } from '../language/text.js';

/** The address, how one gets in, and the connectors. */
export function connectionTexts(language: Language, connection: ConnectionSettings): readonly string[] {
  const named = CONNECTED_LISTS.map((list) => connectorText(language, connection, list));
  return [addressText(language, connection), named.join(', ')];
}

/** The same in few lines, with the field that gives each value: `users Profit_Users: user = UserId, …`. */
export function shortConnectionTexts(language: Language, connection: ConnectionSettings): readonly string[] {
  const lists = CONNECTED_LISTS.map((list) => {
    const fields = Object.entries(connection.fields).filter(([name]) => name.startsWith(`${list}.`));
    const given = fields.map(([name, field]) => `${name.slice(list.length + 1)} = ${field}`).join(', ');
    const text = connectorText(language, connection, list);
    return given === '' ? text : `${text}: ${given}`;
  });
  return [addressText(language, connection), ...lists];
}

function addressText(language: Language, { url, clientId, secret }: ConnectionSettings): string {
  const say = sayIn(language);
  const place = 'file' in secret ? secret.file : secret.variable;
  return clientId === null
    ? say('connection.byToken', { url, place })
    : say('connection.byClient', { url, client: clientId, place });
}

function connectorText(language: Language, { connectors }: ConnectionSettings, list: ConnectedList): string {
  const say = sayIn(language);
  return `${say(`count.${list}`)} ${connectors[list] ?? say('connection.notRead')}`;
}

/** Each field with the connector's field that gives it, so that a wrong one is seen. */
export function fieldRows({ fields, connectors }: ConnectionSettings): readonly (readonly [string, string])[] {
  return Object.entries(fields).map(([name, field]) => {
    const connector = connectors[name.split('.', 1)[0] as ConnectedList] ?? '';
    return [name, `${connector}.${field}`];
  });
}
