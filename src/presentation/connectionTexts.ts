/** What an environment is connected to: where, by which connectors, and which field gives what; never a secret. */
import { CONNECTED_LISTS, type ConnectedList, type ConnectionSettings } from '../domain/connection.js';
import { sayIn } from '../language/index.js';
import type { Language } from '../language/text.js';

/** The address, how one gets in, and the connectors. */
export function connectionTexts(language: Language, connection: ConnectionSettings): readonly string[] {
  const say = sayIn(language);
  const { url, clientId, secret, connectors } = connection;
  const place = 'file' in secret ? secret.file : secret.variable;
  const named = CONNECTED_LISTS.map(
    (list) => `${say(`count.${list}`)} ${connectors[list] ?? say('connection.notRead')}`,
  );
  return [
    clientId === null
      ? say('connection.byToken', { url, place })
      : say('connection.byClient', { url, client: clientId, place }),
    named.join(', '),
  ];
}

/** Each field with the connector's field that gives it, so that a wrong one is seen. */
export function fieldRows({ fields, connectors }: ConnectionSettings): readonly (readonly [string, string])[] {
  return Object.entries(fields).map(([name, field]) => {
    const connector = connectors[name.split('.', 1)[0] as ConnectedList] ?? '';
    return [name, `${connector}.${field}`];
  });
}
