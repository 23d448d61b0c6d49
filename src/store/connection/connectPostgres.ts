/** Opens a database on a PostgreSQL server. */
import knexFactory, { type Knex } from 'knex';
import pg from 'pg';
import { Stop } from '../../application/errors.js';
import type { Access } from '../../application/ports/databaseAccess.js';
import type { Connection } from './connection.js';
import { NO_TLS, tellPostgres } from './databaseErrors.js';
import { POSTGRES } from '../dialect.js';
import { BUSY_TIMEOUT, Distrust, QUIET } from './pool.js';
import { readPostgresUrl, type PostgresAddress } from './postgresUrl.js';
import { select } from '../rows.js';

/** A statement that takes longer is given up: nobody waits for ever. In milliseconds, as are the others. */
const STATEMENT_TIMEOUT = 10 * 60_000;

/** A program that stands still in the middle of a transaction lets go of what it locked. */
const IDLE_TIMEOUT = 2 * 60_000;

/** When the server itself is gone, this side gives up a little later than the server would have. */
const READ_TIMEOUT = STATEMENT_TIMEOUT + 30_000;

/** A network that went away without a word is noticed. */
const KEEP_ALIVE_AFTER = 10_000;

/** Statements work on many rows at once: room to join them in memory, and no compiling of what runs once. */
const SESSION = `set statement_timeout = ${STATEMENT_TIMEOUT}; set lock_timeout = ${BUSY_TIMEOUT};
  set idle_in_transaction_session_timeout = ${IDLE_TIMEOUT}; set standard_conforming_strings = on; set timezone = 'UTC'; set work_mem = '64MB'; set jit = off`;

export async function connectPostgres(url: string, access: Access): Promise<Connection> {
  const address = await readPostgresUrl(url);
  const tell = (error: unknown): unknown => tellPostgres(error, address.label);
  const session = access === 'look' ? `${SESSION}; set default_transaction_read_only = on` : SESSION;
  let knex = open(address, address.settings.ssl, session);
  try {
    await requireUtf8(knex).catch(async (error: unknown) => {
      if (address.tls !== 'prefer' || !(error instanceof Error) || error.message !== NO_TLS) throw error;
      await knex.destroy();
      knex = open(address, false, session);
      await requireUtf8(knex);
    });
  } catch (error) {
    await knex.destroy().catch(() => undefined);
    throw tell(error);
  }
  return { knex, dialect: POSTGRES, label: address.label, tell };
}

async function requireUtf8(knex: Knex): Promise<void> {
  const [row] = await select<{ encoding: string }>(knex, "select current_setting('server_encoding') as encoding");
  if (row?.encoding !== 'UTF8') throw new Stop('failure', 'db.encoding', { encoding: row?.encoding ?? '' });
}

function open({ settings }: PostgresAddress, ssl: PostgresAddress['settings']['ssl'], session: string): Knex {
  const distrust = new Distrust();
  const connection = {
    ...settings,
    ssl,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER,
    query_timeout: READ_TIMEOUT,
    types: { getTypeParser },
  };
  const knex = knexFactory({
    ...QUIET,
    client: 'pg',
    // A function, so that the settings are used as they are and not copied.
    connection: () => connection as Knex.PgConnectionConfig,
    pool: {
      min: 0,
      max: 4,
      afterCreate: (client: pg.Client, done: (error: Error | null, client: pg.Client) => void) =>
        client.query(session, (error) => done(error, client)),
      validate: (client: unknown) => distrust.allows(client),
    },
  });
  distrust.watch(knex);
  return knex;
}

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

/** Counts and sums come as texts, because they could be larger than a number; ours never are. */
const NUMBERS: readonly TypeId[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

function getTypeParser(type: TypeId): (value: string) => unknown {
  return NUMBERS.includes(type) ? Number : (pg.types.getTypeParser(type) as (value: string) => unknown);
}
