/** The persons and groups that users of an import name. */
import { caseKey, normaliseText } from '../../../domain/sourceRow.js';
import type { Connection } from '../../connection/connection.js';
import { selectMany } from '../../rows.js';
import { int, reader, text } from '../../table.js';
import type { PlacedUser } from './inProgress.js';

/** Numbers by environment and code; undefined for what is not there. */
export interface References {
  personId(environmentId: number, code: string): number | undefined;
  groupId(environmentId: number, code: string): number | undefined;
}

export async function readReferences(connection: Connection, users: readonly PlacedUser[]): Promise<References> {
  const persons = await numbersOf(
    connection,
    'persons',
    users.flatMap(({ given }) => given.person ?? []),
  );
  const groups = await numbersOf(
    connection,
    'user_groups',
    users.flatMap(({ given }) => given.groups ?? []),
  );
  return {
    personId: (environmentId, code) => persons.get(`${environmentId} ${caseKey(normaliseText(code))}`),
    groupId: (environmentId, code) => groups.get(`${environmentId} ${caseKey(normaliseText(code))}`),
  };
}

const REFERENCE = reader({ id: int('id'), environmentId: int('environment_id'), codeKey: text('code_key') });

async function numbersOf(
  connection: Connection,
  table: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const keys = [...new Set(codes.map((code) => caseKey(normaliseText(code))))];
  const found = await selectMany(connection, REFERENCE, `from ${table} where code_key in ${connection.dialect.texts}`, [
    JSON.stringify(keys),
  ]);
  return new Map(found.map(({ id, environmentId, codeKey }) => [`${environmentId} ${codeKey}`, id]));
}
