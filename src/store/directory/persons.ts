/** Persons, looked up to be chosen from. */
import type { Connection } from '../connection/connection.js';
import { likeText, select } from '../rows.js';

/** By code; see `DirectoryStore.personsLike`. A database folds the letters of ASCII alone in a name. */
export function personsLike(
  { knex }: Connection,
  environmentId: number,
  begins: string,
  most: number,
): Promise<{ code: string; description: string }[]> {
  const pattern = `${likeText(begins)}%`;
  return select(
    knex,
    `select code, name as description from persons
     where environment_id = ? and (code_key like ? escape '\\' or lower(name) like ? escape '\\')
     order by code_key limit ?`,
    [environmentId, pattern, pattern, most],
  );
}
