/** Who did what to a run. */
import type { Knex } from 'knex';
import type { RunAct, RunPerson } from '../../application/ports/planStore.js';
import type { Connection } from '../connection/connection.js';
import { select } from '../rows.js';

export async function addPeople(knex: Knex, run: number, people: readonly RunPerson[]): Promise<void> {
  if (people.length === 0) return;
  await knex('run_people').insert(
    people.map(({ login, sessionLogin, databaseLogin, act, at }) => ({
      run,
      login,
      session_login: sessionLogin,
      database_login: databaseLogin,
      act,
      at,
    })),
  );
}

export async function readPeople({ knex }: Connection, run: number): Promise<RunPerson[]> {
  const found = await select<{
    login: string;
    session_login: string | null;
    database_login: string | null;
    act: RunAct;
    at: string;
  }>(knex, 'select login, session_login, database_login, act, at from run_people where run = ? order by id', [run]);
  return found.map(({ login, session_login, database_login, act, at }) => ({
    login,
    sessionLogin: session_login,
    databaseLogin: database_login,
    act,
    at,
  }));
}
