/** What is read of a live environment, in tables that only its own transaction sees and that go with it. */
import type {
  LiveReading,
  PulledGroup,
  PulledMembership,
  PulledPerson,
  PulledUser,
} from '../../application/ports/mirror.js';
import { UserError } from '../../application/userError.js';
import { EVERYONE, accessToFlags } from '../../domain/directory.js';
import { ACCESS_FIELDS } from '../../domain/fields.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { unknownBits, UNKNOWN_FIELDS_BESIDE_ACCESS } from '../../domain/unknown.js';
import { confusableKey } from '../../domain/userCode.js';
import type { Connection } from '../connection/connection.js';
import { insertRows } from '../insertRows.js';
import { number, run, selectOne } from '../rows.js';
import { columnsOf, table, type Table } from '../table.js';

type StagedUser = PulledUser & { readonly unknown: number };

const user = columnsOf<StagedUser>();

const USERS = table('pulled_users', {
  codeKey: user.text('code_key', (one) => caseKey(one.user)),
  code: user.text('code', (one) => one.user),
  look: user.text('look', (one) => confusableKey(one.user)),
  description: user.text('description', (one) => one.description ?? ''),
  email: user.text('email', (one) => one.email ?? ''),
  upn: user.text('upn', (one) => one.upn ?? ''),
  // Empty for none.
  upnKey: user.text('upn_key', (one) => upnKey(one.upn ?? '')),
  person: user.text('person', (one) => one.person ?? ''),
  personKey: user.text('person_key', (one) => caseKey(one.person ?? '')),
  blocked: user.flag('blocked', (one) => one.blocked ?? false),
  system: user.flag('system', (one) => one.system ?? false),
  access: user.int('access', ({ access }) =>
    accessToFlags(Object.fromEntries(ACCESS_FIELDS.map((field) => [field, access[field] === true]))),
  ),
  siteLanguage: user.text('site_language', (one) => one.siteLanguage ?? ''),
  unknown: user.int('unknown', (one) => one.unknown),
});

const group = columnsOf<PulledGroup>();
const GROUPS = table('pulled_groups', {
  codeKey: group.text('code_key', (one) => caseKey(one.group)),
  code: group.text('code', (one) => one.group),
  description: group.text('description', (one) => one.description),
});

const membership = columnsOf<PulledMembership>();
const MEMBERSHIPS = table('pulled_memberships', {
  userKey: membership.text('user_key', (one) => caseKey(one.user)),
  groupKey: membership.text('group_key', (one) => caseKey(one.group)),
  group: membership.text('group_code', (one) => one.group),
});

const person = columnsOf<PulledPerson>();
const PERSONS = table('pulled_persons', {
  codeKey: person.text('code_key', (one) => caseKey(one.person)),
  code: person.text('code', (one) => one.person),
  name: person.text('name', (one) => one.name),
});

/** With what is worked out while they are compared: the person's number, the user of before, and what becomes of it. */
const TABLES: Readonly<Record<string, string>> = {
  pulled_users: `code_key text primary key, code text not null, look text not null, description text not null, email text not null,
    upn text not null, upn_key text not null, person text not null, person_key text not null, blocked smallint not null,
    system smallint not null, access smallint not null, site_language text not null, unknown integer not null,
    person_id integer, user_id integer`,
  pulled_groups: 'code_key text primary key, code text not null, description text not null, group_id integer',
  pulled_memberships:
    'user_key text not null, group_key text not null, group_code text not null, primary key (user_key, group_key)',
  pulled_persons: 'code_key text primary key, code text not null, name text not null',
  pulled_changes: 'n integer primary key, kind text not null, code_key text, user_id integer',
};

/** Rows of a statement. */
const CHUNK = 5000;

/** Reads all of it, each list once; `onRead` is told how many things were read so far. */
export async function stage(
  connection: Connection,
  reading: LiveReading,
  onRead: (done: number) => void,
): Promise<void> {
  await createTables(connection);
  let done = 0;
  const fill = async <Source>(into: Table<Source>, lists: AsyncIterable<readonly Source[]>): Promise<number> => {
    const before = done;
    let waiting: Source[] = [];
    const flush = async (): Promise<void> => {
      await insertRows(connection, into, waiting, { suffix: 'on conflict do nothing' });
      done += waiting.length;
      waiting = [];
      onRead(done);
    };
    for await (const some of lists) {
      waiting.push(...some);
      if (waiting.length >= CHUNK) await flush();
    }
    await flush();
    return done - before;
  };
  const told = await fill(USERS, mapped(reading.users, stagedUser));
  const users = await countStaged(connection, USERS.name);
  // Which of the two is the right one, nobody can tell.
  if (users !== told) throw new UserError('failure', 'pull.doubled', { count: told - users });
  await fill(
    GROUPS,
    kept(reading.groups, ({ group: code }) => isOther(code)),
  );
  await fill(
    MEMBERSHIPS,
    kept(reading.memberships, ({ group: code }) => isOther(code)),
  );
  if (reading.persons) await fill(PERSONS, reading.persons);
  await completeReferences(connection);
}

/** What is named and not told is there all the same: hidden persons, groups without a description. */
async function completeReferences({ knex, dialect }: Connection): Promise<void> {
  await run(
    knex,
    `insert into pulled_persons (code_key, code, name) select person_key, min(person), '' from pulled_users
     where person_key <> '' group by person_key on conflict do nothing`,
  );
  await run(
    knex,
    `insert into pulled_groups (code_key, code, description) select group_key, min(group_code), '' from pulled_memberships
     where group_key not in (select code_key from pulled_groups) group by group_key`,
  );
  // Memberships of users that are not told: a filter of the connector, and nothing that the mirror can keep.
  await run(knex, 'delete from pulled_memberships where user_key not in (select code_key from pulled_users)');
  if (dialect.name === 'postgres') for (const name of Object.keys(TABLES)) await run(knex, `analyze ${name}`);
}

async function createTables({ knex }: Connection): Promise<void> {
  for (const [name, columns] of Object.entries(TABLES)) await run(knex, `create temp table ${name} (${columns})`);
}

/** Those of a transaction that is committed. */
export async function dropTables({ knex }: Connection): Promise<void> {
  for (const name of [...Object.keys(TABLES), 'pulled_joins', 'pulled_leaves']) await run(knex, `drop table ${name}`);
}

/** How many things of a kind were read. */
export async function countStaged({ knex }: Connection, name: string): Promise<number> {
  return number((await selectOne<{ n: number }>(knex, `select count(*) as n from ${name}`))?.n);
}

/** Everyone is in it by definition. */
function isOther(code: string): boolean {
  return caseKey(code) !== caseKey(EVERYONE);
}

function stagedUser(given: PulledUser): StagedUser {
  const unknown =
    unknownBits(ACCESS_FIELDS.filter((field) => typeof given.access[field] !== 'boolean')) |
    unknownBits(UNKNOWN_FIELDS_BESIDE_ACCESS.filter((field) => given[field] === null));
  return { ...given, unknown };
}

async function* mapped<From, To>(
  lists: AsyncIterable<readonly From[]>,
  make: (one: From) => To,
): AsyncGenerator<readonly To[]> {
  for await (const some of lists) yield some.map(make);
}

async function* kept<Item>(
  lists: AsyncIterable<readonly Item[]>,
  keeps: (one: Item) => boolean,
): AsyncGenerator<readonly Item[]> {
  for await (const some of lists) yield some.filter(keeps);
}
