/** What a live environment says of itself and of its connectors. */
import { UserError } from '../application/userError.js';
import { caseKey } from '../domain/sourceRow.js';
import type { AfasClient } from './client.js';
import { listOf, partOf, textOf } from './json.js';

export interface Metainfo {
  /** Code of the environment. */
  readonly environment: string;
  readonly tokenExpiry: string | null;
  /** Connectors that can be read, as their names are written. */
  readonly connectors: readonly string[];
}

/** Who answers; throws `UserError` where that is another environment than `environment`. */
export async function readMetainfo(client: AfasClient, environment: string, signal?: AbortSignal): Promise<Metainfo> {
  const json = await client.get('metainfo', 'metainfo', signal);
  const info = partOf(json, 'info');
  const found = textOf(partOf(info, 'envid'));
  if (caseKey(found) !== caseKey(environment))
    throw new UserError('wrongUse', found === '' ? 'afas.noEnvironment' : 'afas.otherEnvironment', {
      environment,
      found,
    });
  return {
    environment: found,
    tokenExpiry: textOf(partOf(info, 'tokenExpiry')) || null,
    connectors: (listOf(partOf(json, 'getConnectors')) ?? []).map((one) => textOf(partOf(one, 'id'))),
  };
}

/** Fields of a connector, as their ids are written. */
async function readFields(client: AfasClient, connector: string, signal?: AbortSignal): Promise<string[]> {
  const json = await client.get(`metainfo/get/${encodeURIComponent(connector)}`, connector, signal);
  return (listOf(partOf(json, 'fields')) ?? []).map((field) => textOf(partOf(field, 'id'))).filter(Boolean);
}

/** The same of several connectors, each asked for once: lists can be read by one connector. */
export function fieldsOnce(
  client: AfasClient,
  signal?: AbortSignal,
): (connector: string) => Promise<readonly string[]> {
  const known = new Map<string, Promise<readonly string[]>>();
  return (connector) => {
    const fields = known.get(connector) ?? readFields(client, connector, signal);
    known.set(connector, fields);
    return fields;
  };
}
