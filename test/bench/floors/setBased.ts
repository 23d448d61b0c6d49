/**
 * The floor of an import: the same work as set-based SQL that knows the answer, in the shell of the database and on its
 * own tables and indexes. The file is loaded; users in both environments, persons and groups are looked up; old and new
 * values are kept by row and environment; users are made and changed, and join their groups. It judges nothing, finds
 * nothing stale, and tells nobody anything.
 */
import { writeFile } from 'node:fs/promises';
import { runProgram } from '../child.js';
import { TARGET } from '../data/directory.js';
import type { Workplace } from '../workplace.js';
import { isInstalled, LOAD_OPTIONS } from './shells.js';

const CELLS = 'code, mutation, description, email, upn, person, in_group, profit, outsite, language';
const TEXTS = CELLS.split(', ')
  .map((name) => `${name} text`)
  .join(', ');

/** `row` is what a row of the file is numbered by. */
function work(row: string): string {
  return `
create table kept (row integer, user_id integer, environment_id integer, code text, code_key text,
  old_description text, description text, old_email text, email text, old_upn text, upn text, old_person integer, person integer,
  old_access integer, access integer, old_language text, language text, in_group integer, primary key (row, environment_id));
insert into kept
  select ${row}, u.id, coalesce(u.environment_id, t.id), i.code, lower(i.code), u.description, i.description, u.email, i.email,
    u.upn, i.upn, u.person_id, case when coalesce(u.environment_id, t.id) = t.id then p.id else u.person_id end, u.access,
    case when u.environment_id <> t.id then u.access else (coalesce(u.access, 0) | 1) & ~4 end, u.site_language,
    case when u.environment_id <> t.id then u.site_language else i.language end,
    case when coalesce(u.environment_id, t.id) = t.id then g.id end
  from imported i cross join (select id from environments where code = '${TARGET}') t
  left join users u on u.code_key = lower(i.code)
  left join persons p on p.environment_id = t.id and p.code_key = lower(i.person)
  left join user_groups g on g.environment_id = t.id and g.code_key = lower(i.in_group);
insert into users (environment_id, code, code_key, look, description, email, upn, upn_key, person_id, access, site_language)
  select environment_id, code, code_key, code_key, description, email, upn, lower(upn), person, access, language
  from kept where user_id is null;
update users set description = k.description, email = k.email, upn = k.upn, upn_key = lower(k.upn), person_id = k.person,
  access = k.access, site_language = k.language, version = version + 1
  from kept k where k.user_id = users.id;
insert into memberships (user_id, group_id)
  select u.id, k.in_group from kept k join users u on u.code_key = k.code_key and u.environment_id = k.environment_id
  where k.in_group is not null on conflict do nothing;
commit;
`;
}

export const SQLITE_FLOOR = 'set-based SQL in `sqlite3`';
export const POSTGRES_FLOOR = 'set-based SQL in `psql`';

/** On a copy of a database of the program; in milliseconds, or undefined without the shell. */
export async function importInSqlite(
  workplace: Workplace,
  file: string,
  database: string,
): Promise<number | undefined> {
  if (!isInstalled('sqlite3')) return undefined;
  const script = workplace.path('floor.sql');
  await writeFile(
    script,
    `pragma foreign_keys = on; pragma synchronous = full; pragma cache_size = -16384;
.mode csv
.separator ; "\\r\\n"
begin;
create table imported (${TEXTS});
.import --skip 1 '${file}' imported
${work('i.rowid')}`,
  );
  return (await runProgram('sqlite3', ['-bail', database, `.read '${script}'`])).whole;
}

/** On a database of the program, by its address; in milliseconds, or undefined without the shell. */
export async function importInPostgres(
  workplace: Workplace,
  file: string,
  database: string,
): Promise<number | undefined> {
  if (!isInstalled('psql')) return undefined;
  const script = workplace.path('floor.sql');
  await writeFile(
    script,
    `begin;
create table imported (row serial, ${TEXTS});
\\copy imported (${CELLS}) from '${file}' ${LOAD_OPTIONS}
analyze imported;
${work('i.row')}`,
  );
  return (await runProgram('psql', [database, '-v', 'ON_ERROR_STOP=1', '-qf', script])).whole;
}
