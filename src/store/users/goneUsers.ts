/** Users that live environments have no more: apart from the others, and told of where users are listed. */
import type { Connection } from '../connection/connection.js';
import { selectOne } from '../rows.js';

/** As a table like `users`: found by what is known of them, and by no UPN, which they do not hold. */
export const GONE_USERS = `(select g.*, cast(null as text) as upn_key,
    (select x.id from persons x where x.environment_id = g.environment_id and x.code = g.person) as person_id from gone_users g)`;

/** Most directories mirror nothing: a list of their users asks no more than it did. */
export async function isAnyGone({ knex }: Connection): Promise<boolean> {
  return (await selectOne(knex, 'select 1 as found from gone_users limit 1')) !== undefined;
}
