/** Active users who may enter something: those who administer an environment, and those who use a licence (docs/rules.md, *Guards*). */
import { accessToFlags } from '../../domain/directory.js';
import type { Connection } from '../connection/connection.js';
import { number, select } from '../rows.js';
import { readRules } from './environmentSettings.js';

/** In `users.access`. */
export const PORTAL_ADMIN = accessToFlags({ portalAdmin: true });
export const PROFIT = accessToFlags({ profit: true });

/** How many there are, by environment id. */
export type ActiveUsers = ReadonlyMap<number, number>;

/** In these environments alone, by id; in all unless told otherwise. */
export async function activeWith(
  { knex, dialect }: Connection,
  access: number,
  environments?: readonly number[],
): Promise<ActiveUsers> {
  if (environments?.length === 0) return new Map();
  const where = environments ? `environment_id in ${dialect.numbers} and ` : '';
  const found = await select<{ id: number; users: number }>(
    knex,
    `select environment_id as id, count(*) as users from users
     where ${where}blocked = 0 and access & ${access} > 0 group by environment_id`,
    environments ? [JSON.stringify(environments)] : [],
  );
  return new Map(found.map(({ id, users }) => [id, number(users)]));
}

/** An environment that has a number of licences. */
export interface Licensed {
  readonly id: number;
  readonly code: string;
  readonly licences: number;
}

/** The live environments of which a number of licences is set. */
export async function licensedEnvironments({ knex }: Connection): Promise<readonly Licensed[]> {
  const found = await select<{ id: number; code: string; rules: string }>(
    knex,
    "select id, code, rules from environments where deleted_at is null and rules <> '{}' order by id",
  );
  return found.flatMap(({ id, code, rules }) => {
    const { licences } = readRules(rules);
    return licences === null ? [] : [{ id, code, licences }];
  });
}
