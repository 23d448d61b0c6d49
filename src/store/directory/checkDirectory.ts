/** Invariants that hold whatever happens: verified by `db check` on either database. */
import { EVERYONE } from '../../domain/directory.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { select, type Binding } from '../rows.js';

export interface BrokenInvariant {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Each query selects the parameters of its text, a row for each thing that is wrong. */
const INVARIANTS: readonly (readonly [key: string, sql: string, ...bindings: Binding[]])[] = [
  [
    'check.upnShared',
    `select min(u.upn) as upn, e.type as type, min(u.code) as one, max(u.code) as other from users u join environments e on e.id = u.environment_id
     where u.upn_key is not null and e.deleted_at is null group by e.type, u.upn_key having count(distinct u.code_key) > 1`,
  ],
  [
    'check.noEveryone',
    'select e.code as environment from environments e where not exists (select 1 from user_groups g where g.environment_id = e.id and g.code_key = ?)',
    caseKey(EVERYONE),
  ],
  [
    'check.personElsewhere',
    'select u.code as "user", e.code as environment, p.code as person from users u join persons p on p.id = u.person_id join environments e on e.id = u.environment_id where p.environment_id <> u.environment_id',
  ],
  [
    'check.groupElsewhere',
    'select u.code as "user", e.code as environment, g.code as "group" from memberships m join users u on u.id = m.user_id join user_groups g on g.id = m.group_id join environments e on e.id = u.environment_id where g.environment_id <> u.environment_id',
  ],
  [
    'check.danglingUser',
    'select u.code as "user" from users u where not exists (select 1 from environments e where e.id = u.environment_id)',
  ],
  [
    'check.danglingPerson',
    'select u.code as "user" from users u where u.person_id is not null and not exists (select 1 from persons p where p.id = u.person_id)',
  ],
  [
    'check.danglingMembership',
    'select m.user_id as id from memberships m where not exists (select 1 from users u where u.id = m.user_id) or not exists (select 1 from user_groups g where g.id = m.group_id)',
  ],
  [
    'check.danglingToken',
    'select t.id as id from tokens t where not exists (select 1 from users u where u.id = t.user_id)',
  ],
  [
    'check.secretKept',
    "select r.id as run from runs r join plan_secrets s on s.plan_id = r.plan_id where r.status <> 'planned' group by r.id",
  ],
];

export async function checkDirectory({ knex, dialect }: Connection): Promise<BrokenInvariant[]> {
  const broken: BrokenInvariant[] = [];
  if (dialect.name === 'sqlite') {
    const integrity = await select<{ integrity_check: string }>(knex, 'pragma integrity_check');
    for (const { integrity_check: reason } of integrity)
      if (reason !== 'ok') broken.push({ key: 'check.integrity', params: { reason } });
  }
  for (const [key, sql, ...bindings] of INVARIANTS) {
    const found = await select<Record<string, string | number>>(knex, `${sql} limit 100`, bindings);
    broken.push(...found.map((params) => ({ key, params })));
  }
  return broken;
}
