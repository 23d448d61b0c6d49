/**
 * The users of a plan's rows as the plan leaves them, as a table `u` that a filter over users can be asked of: what the plan
 * writes, over what the directory has. A row that does nothing is about the user that there is.
 */
import { STORED_TEXTS } from '../../domain/fields.js';
import type { Condition } from '../users/userFilterSql.js';

/** `id` is the number of the row, `user_id` that of the user, null of one that is made. */
export function plannedUsers(plan: number, environmentId: number): Condition {
  const texts = STORED_TEXTS.map(({ column }) => `coalesce(p.${column}, b.${column}, '') as ${column}`).join(', ');
  return {
    sql: `(select r.row_no as id, b.id as user_id, r.outcome, r.code, r.marks, r.detail, r.search, r.kind,
        lower(r.user_code) as row_key, ${environmentId} as environment_id,
        coalesce(p.code_key, b.code_key, '') as code_key, coalesce(p.upn_key, b.upn_key) as upn_key, ${texts},
        case when p.person_id is null then b.person_id when p.person_id = 0 then null else p.person_id end as person_id,
        coalesce(p.blocked, b.blocked, 0) as blocked, coalesce(p.system, b.system, 0) as system,
        coalesce(p.access, b.access, 0) as access, coalesce(p.unknown, b.unknown, 0) as unknown,
        p.groups_added, p.groups_removed, p.tokens_revoked
      from plan_rows r left join plan_users p on p.plan_id = r.plan_id and p.id = r.plan_user
      left join users b on b.id = case when r.plan_user is not null then p.user_id else
        (select x.id from users x where x.environment_id = ${environmentId} and x.code_key = lower(r.user_code)) end
      where r.plan_id = ?)`,
    bindings: [plan],
  };
}
