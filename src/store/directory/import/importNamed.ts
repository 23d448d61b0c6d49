/** Persons and groups of an import: things that have a code and one text. */
import type { GivenGroup, GivenPerson } from '../../../application/directoryJson.js';
import type { Counted } from '../../../application/ports/directoryStore.js';
import { caseKey, normaliseText } from '../../../domain/sourceRow.js';
import { insertRows } from '../../insertRows.js';
import { partsOf, run, selectMany, type Binding } from '../../rows.js';
import { columnsOf, int, reader, table, text, type Table } from '../../table.js';
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
  { table: name, text: column }: Named<Thing>,
  things: readonly CleanThing[],
  counter: Counter,
): Promise<void> {
  const { knex, dialect } = connection;
  const given = dialect.rows({ environment_id: 'int', code_key: 'text' });
  const found = await selectMany(
    connection,
    reader({ id: int('id'), environmentId: int('environment_id'), codeKey: text('code_key'), text: text(column) }, 'x'),
    `from ${given} as given cross join ${name} x
     where x.code_key = given.code_key and x.environment_id = given.environment_id`,
    [JSON.stringify(things.map(({ environmentId, code }) => [environmentId, caseKey(code)]))],
  );
  const stored = new Map(found.map((thing) => [keyOf(thing.environmentId, thing.codeKey), thing]));
  const added: CleanThing[] = [];
  const changed: Binding[][] = [];
  for (const thing of things) {
    const there = stored.get(thing.key);
    if (!there) added.push(thing);
    else if (thing.text !== undefined && thing.text !== there.text) changed.push([there.id, thing.text]);
    else counter.same++;
  }
  counter.created += added.length;
  counter.changed += changed.length;
  await insertRows(connection, tableOf(name, column), added);
  if (changed.length > 0)
    await run(
      knex,
      `update ${name} set ${column} = given.new_text, version = version + 1
       from ${dialect.rows({ id: 'int', new_text: 'text' })} as given where given.id = ${name}.id`,
      [JSON.stringify(changed)],
    );
}

function tableOf(name: string, column: string): Table<CleanThing> {
  const of = columnsOf<CleanThing>();
  return table(name, {
    environmentId: of.int('environment_id', (thing) => thing.environmentId),
    code: of.text('code', (thing) => thing.code),
    codeKey: of.text('code_key', (thing) => caseKey(thing.code)),
    text: of.text(column, (thing) => thing.text ?? ''),
  });
}
