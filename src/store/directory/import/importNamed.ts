/** Persons and groups of an import: things that have a code and one text. */
import type { GivenGroup, GivenPerson } from '../../../application/directoryJson.js';
import type { Counted } from '../../../application/ports/directoryStore.js';
import { caseKey, normaliseText } from '../../../domain/sourceRow.js';
import { partsOf, run, selectTuples, type Binding } from '../../rows.js';
import { Counter, Doubles, PART, type ImportInProgress } from './inProgress.js';

interface Named<Thing> {
  readonly list: 'persons' | 'groups';
  readonly table: string;
  /** The column of the text. */
  readonly text: string;
  readonly textOf: (thing: Thing) => string | undefined;
}

export const PERSONS: Named<GivenPerson> = {
  list: 'persons',
  table: 'persons',
  text: 'name',
  textOf: ({ name }) => name,
};
export const GROUPS: Named<GivenGroup> = {
  list: 'groups',
  table: 'user_groups',
  text: 'description',
  textOf: ({ description }) => description,
};

export async function importNamed<Thing extends GivenPerson | GivenGroup>(
  work: ImportInProgress,
  named: Named<Thing>,
  given: readonly Thing[],
): Promise<Counted> {
  const counter = new Counter();
  const doubles = new Doubles(work.faults, named.list);
  let first = 0;
  for (const part of partsOf(given, PART)) {
    work.goOn();
    const things = part.flatMap((thing, at) => {
      const environment = work.environmentOf(thing.environment, named.list, first + at);
      const code = normaliseText(thing.code);
      const key = environment ? keyOf(environment.id, caseKey(code)) : '';
      if (!environment || doubles.isDouble(key, first + at, code)) return [];
      const text = named.textOf(thing);
      return [{ environmentId: environment.id, code, key, text: text === undefined ? undefined : normaliseText(text) }];
    });
    await writePart(work, named, things, counter);
    first += part.length;
  }
  return counter;
}

interface CleanThing {
  readonly environmentId: number;
  readonly code: string;
  /** Environment and key of the code. */
  readonly key: string;
  readonly text: string | undefined;
}

const keyOf = (environmentId: number, codeKey: string): string => `${environmentId} ${codeKey}`;

async function writePart<Thing>(
  { connection }: ImportInProgress,
  { table, text: column }: Named<Thing>,
  things: readonly CleanThing[],
  counter: Counter,
): Promise<void> {
  const { knex, dialect } = connection;
  const keys = dialect.rows({ environment_id: 'int', code_key: 'text' });
  const found = await selectTuples<readonly [id: number, environmentId: number, codeKey: string, text: string]>(
    connection,
    `x.id, x.environment_id, x.code_key, x.${column}`,
    `from ${keys} as given cross join ${table} x where x.code_key = given.code_key and x.environment_id = given.environment_id`,
    [JSON.stringify(things.map(({ environmentId, code }) => [environmentId, caseKey(code)]))],
  );
  const stored = new Map(
    found.map(([id, environmentId, codeKey, text]) => [keyOf(environmentId, codeKey), { id, text }]),
  );
  const added: Binding[][] = [];
  const changed: Binding[][] = [];
  for (const { environmentId, code, key, text } of things) {
    const there = stored.get(key);
    if (!there) added.push([environmentId, code, caseKey(code), text ?? '']);
    else if (text !== undefined && text !== there.text) changed.push([there.id, text]);
    else counter.same++;
  }
  counter.created += added.length;
  counter.changed += changed.length;
  const columns = { environment_id: 'int', code: 'text', code_key: 'text', [column]: 'text' } as const;
  const names = Object.keys(columns).join(', ');
  if (added.length > 0)
    await run(knex, `insert into ${table} (${names}) select ${names} from ${dialect.rows(columns)} as given`, [
      JSON.stringify(added),
    ]);
  if (changed.length > 0)
    await run(
      knex,
      `update ${table} set ${column} = given.new_text, version = version + 1
       from ${dialect.rows({ id: 'int', new_text: 'text' })} as given where given.id = ${table}.id`,
      [JSON.stringify(changed)],
    );
}
