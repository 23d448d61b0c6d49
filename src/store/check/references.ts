/** Rows that belong to others: they are there, and in the same environment. */
import { EVERYONE } from '../../domain/directory.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { select, type Binding } from '../rows.js';
import { firstOf, MOST_FAULTS, type Fault } from './fault.js';
import type { TextKey } from '../../language/index.js';

const IN_ENVIRONMENT = 'left join environments e on e.id = u.environment_id';
/** Of a user whose environment is not there: its number. */
const ENVIRONMENT = `coalesce(e.code, '#' || u.environment_id) as environment`;

/** Each query selects the parameters of its text, a row for each thing that is wrong. */
const INVARIANTS: readonly (readonly [key: TextKey, sql: string, ...bindings: Binding[]])[] = [
  [
    'check.noEveryone',
    'select e.code as environment from environments e where not exists (select 1 from user_groups g where g.environment_id = e.id and g.code_key = ?)',
    caseKey(EVERYONE),
  ],
  [
    'check.personElsewhere',
    `select u.code as "user", ${ENVIRONMENT}, p.code as person from users u join persons p on p.id = u.person_id ${IN_ENVIRONMENT} where p.environment_id <> u.environment_id`,
  ],
  [
    'check.groupElsewhere',
    `select u.code as "user", ${ENVIRONMENT}, g.code as "group" from memberships m join users u on u.id = m.user_id join user_groups g on g.id = m.group_id ${IN_ENVIRONMENT} where g.environment_id <> u.environment_id`,
  ],
  ['check.danglingUser', `select u.code as "user", ${ENVIRONMENT} from users u ${IN_ENVIRONMENT} where e.id is null`],
  [
    'check.danglingPerson',
    `select u.code as "user", ${ENVIRONMENT} from users u ${IN_ENVIRONMENT} where u.person_id is not null and not exists (select 1 from persons p where p.id = u.person_id)`,
  ],
  [
    'check.danglingMembership',
    `select u.code as "user", ${ENVIRONMENT}, m.group_id as id from memberships m join users u on u.id = m.user_id ${IN_ENVIRONMENT} where not exists (select 1 from user_groups g where g.id = m.group_id)`,
  ],
  [
    'check.membershipOfNobody',
    'select m.user_id as id from memberships m where not exists (select 1 from users u where u.id = m.user_id)',
  ],
  [
    'check.danglingToken',
    'select t.id as id, t.application as application from tokens t where not exists (select 1 from users u where u.id = t.user_id)',
  ],
  [
    'check.danglingRun',
    `select r.id as run from runs r where not exists (select 1 from plans p where p.id = r.plan_id)
       or not exists (select 1 from environments e where e.id = r.environment_id)`,
  ],
  [
    'check.secretKept',
    "select r.id as run from runs r join plan_secrets s on s.plan_id = r.plan_id where r.status <> 'planned' group by r.id",
  ],
];

export async function findBrokenReferences({ knex }: Connection): Promise<readonly Fault[]> {
  const broken: Fault[] = [];
  for (const [key, sql, ...bindings] of INVARIANTS) {
    const found = await select<Record<string, string | number>>(knex, `${sql} limit ${MOST_FAULTS + 1}`, bindings);
    broken.push(...firstOf(found.map((params) => ({ key, params }))));
  }
  return broken;
}
