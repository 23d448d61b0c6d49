/** Who did what to a run. */
import type { RunPerson } from '../../application/ports/planStore.js';
import type { Connection } from '../connection/connection.js';
import { insertRows } from '../insertRows.js';
import { selectRows } from '../rows.js';
import { columnsOf, reader, table } from '../table.js';

const { text } = columnsOf<RunPerson>();

const RUN_PEOPLE = table('run_people', {
  login: text('login', (person) => person.login),
  sessionLogin: text('session_login', (person) => person.sessionLogin),
  databaseLogin: text('database_login', (person) => person.databaseLogin),
  act: text('act', (person) => person.act),
  at: text('at', (person) => person.at),
});

const PERSON = reader(RUN_PEOPLE.columns);

export async function addPeople(inside: Connection, run: number, people: readonly RunPerson[]): Promise<void> {
  await insertRows(inside, RUN_PEOPLE, people, { constants: { run } });
}

export function readPeople(connection: Connection, run: number): Promise<RunPerson[]> {
  return selectRows(connection, PERSON, 'from run_people where run = ? order by id', [run]);
}
