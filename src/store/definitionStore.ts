/** Import definitions in a database. */
import type { DefinitionStore } from '../application/ports/definitionStore.js';
import { caseKey } from '../domain/sourceRow.js';
import type { Connection } from './connection/connection.js';
import { run, select, selectOne } from './rows.js';

const COLUMNS = 'select name, content, used_at as "usedAt" from definitions';

export function createDefinitionStore({ knex }: Connection): DefinitionStore {
  return {
    save: (name, content, at) =>
      run(
        knex,
        `insert into definitions (name_key, name, content, used_at) values (?, ?, ?, ?)
         on conflict (name_key) do update set name = excluded.name, content = excluded.content, used_at = excluded.used_at`,
        [caseKey(name), name, content, at],
      ),
    find: (name) => selectOne(knex, `${COLUMNS} where name_key = ?`, [caseKey(name)]),
    list: () => select(knex, `${COLUMNS} order by used_at desc, name_key`),
    used: (name, at) => run(knex, 'update definitions set used_at = ? where name_key = ?', [at, caseKey(name)]),
    delete: async (name) =>
      (await knex('definitions')
        .where({ name_key: caseKey(name) })
        .delete()) > 0,
  };
}
