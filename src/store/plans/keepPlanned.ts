/** Takes rows and users of one plan over into another, as they are. */
import type { RevisedPart } from '../../application/ports/planStore.js';
import type { Connection } from '../connection/connection.js';
import { number, run, selectOne, type Binding } from '../rows.js';
import { transact } from '../transaction.js';
import { PLAN_ROWS } from './planRowRecords.js';
import { PLAN_USERS } from './planUserRecords.js';

/** Rows or users that are taken over together: others wait for the database no longer than that. */
const AT_ONCE = 20_000;

/** All but those of a part. */
export function keepRows(connection: Connection, from: number, into: number, { rows }: RevisedPart): Promise<void> {
  return copyParts(connection, 'row_no', 'plan_rows', Object.keys(PLAN_ROWS.written), { from, into }, [
    `t.row_no not in ${connection.dialect.numbers}`,
    JSON.stringify(rows),
  ]);
}

/** The users of those rows, and the groups that they make. */
export async function keepUsers(
  connection: Connection,
  from: number,
  into: number,
  { rows, groups }: RevisedPart,
): Promise<void> {
  const { dialect } = connection;
  await copyParts(connection, 'id', 'plan_users', Object.keys(PLAN_USERS.written), { from, into }, [
    `t.target_id not in (select r.plan_user from plan_rows r where r.plan_id = ? and r.plan_user is not null and r.row_no in ${dialect.numbers})`,
    from,
    JSON.stringify(rows),
  ]);
  await run(
    connection.knex,
    `insert into plan_groups (plan_id, code, code_key, description, removes)
     select ${into}, code, code_key, description, removes from plan_groups where plan_id = ? and code_key not in ${dialect.texts}`,
    [from, JSON.stringify(groups)],
  );
}

async function copyParts(
  connection: Connection,
  key: string,
  table: string,
  columns: readonly string[],
  { from, into }: { readonly from: number; readonly into: number },
  [condition, ...bindings]: readonly [string, ...Binding[]],
): Promise<void> {
  const last = await selectOne<{ last: number | null }>(
    connection.knex,
    `select max(${key}) as last from ${table} where plan_id = ?`,
    [from],
  );
  const list = columns.join(', ');
  for (let first = 0; first <= number(last?.last); first += AT_ONCE)
    await transact(connection, (inside) =>
      run(
        inside.knex,
        `insert into ${table} (plan_id, ${list}) select ${into}, ${list} from ${table} t
         where t.plan_id = ? and t.${key} >= ? and t.${key} < ? and ${condition}`,
        [from, first, first + AT_ONCE, ...bindings],
      ),
    );
}
