/** Import definitions in a database. */
import type { DefinitionStore } from '../application/ports/definitionStore.js';
import { caseKey } from '../domain/sourceRow.js';
import { recordDone } from './audit/auditLog.js';
import type { Connection } from './connection/connection.js';
import { run, select, selectOne } from './rows.js';
import { transact } from './transaction.js';

const COLUMNS = 'select name, content, used_at as "usedAt" from definitions';

export function createDefinitionStore(connection: Connection): DefinitionStore {
  const { knex } = connection;
  return {
    save: ({ name, content, usedAt }, before, record) =>
      transact(connection, async (inside) => {
        const saved = await select(
          inside.knex,
          `insert into definitions (name_key, name, content, used_at) values (?, ?, ?, ?)
           on conflict (name_key) do update set name = excluded.name, content = excluded.content, used_at = excluded.used_at
           where definitions.content = ? returning name_key`,
          [caseKey(name), name, content, usedAt, before ?? ''],
        );
        if (saved.length > 0) await recordDone(inside, record);
        return saved.length > 0;
      }),
    find: (name) => selectOne(knex, `${COLUMNS} where name_key = ?`, [caseKey(name)]),
    list: () => select(knex, `${COLUMNS} order by used_at desc, name_key`),
    used: (name, at) => run(knex, 'update definitions set used_at = ? where name_key = ?', [at, caseKey(name)]),
    delete: (name, record) =>
      transact(connection, async (inside) => {
        const gone = await select(inside.knex, 'delete from definitions where name_key = ? returning name_key', [
          caseKey(name),
        ]);
        if (gone.length > 0) await recordDone(inside, record);
        return gone.length > 0;
      }),
  };
}
