/** What codes look like, and what UPNs are found by, are worked out as rows of before this were not. */
import type { Knex } from 'knex';
import { upnKey } from '../../domain/sourceRow.js';
import { confusableKey } from '../../domain/userCode.js';
import { run, select } from '../rows.js';

interface Keyed {
  readonly id: number;
  readonly code: string | null;
  readonly look: string | null;
  readonly upn: string | null;
  readonly upn_key: string | null;
}

/** Rows that are read at a time. */
const PAGE = 5000;

export async function up(knex: Knex): Promise<void> {
  await renew(knex, 'users', 'id > ?', [0]);
  const plans = await select<{ plan_id: number }>(knex, 'select distinct plan_id from plan_users');
  for (const { plan_id } of plans) await renew(knex, 'plan_users', 'id > ? and plan_id = ?', [0, plan_id]);
}

/** Of a plan, only what it changes has a look or a key. */
async function renew(knex: Knex, table: string, where: string, [from, ...rest]: readonly number[]): Promise<void> {
  let last = from ?? 0;
  for (;;) {
    const rows = await select<Keyed>(
      knex,
      `select id, code, look, upn, upn_key from ${table} where ${where} order by id limit ${PAGE}`,
      [last, ...rest],
    );
    for (const row of rows) {
      const look = row.look === null || row.code === null ? row.look : confusableKey(row.code);
      const key = row.upn_key === null || row.upn === null ? row.upn_key : upnKey(row.upn);
      if (look === row.look && key === row.upn_key) continue;
      const same = where.replace('id > ?', 'id = ?');
      await run(knex, `update ${table} set look = ?, upn_key = ? where ${same}`, [look, key, row.id, ...rest]);
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < PAGE) return;
  }
}
