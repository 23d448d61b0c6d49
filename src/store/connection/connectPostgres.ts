/** Opens a database on a PostgreSQL server. */
import knexFactory, { type Knex } from 'knex';
import pg from 'pg';
import { UserError } from '../../application/userError.js';
import type { Access } from '../../application/ports/databaseAccess.js';
import type { Connection } from './connection.js';
import { NO_TLS, postgresUserError } from './databaseErrors.js';
import { POSTGRES } from '../dialect.js';
import { TaintedConnections, QUIET } from './pool.js';
import { refusesOptions, SET_LOCAL, startOptions, STATEMENT_TIMEOUT } from './postgresSettings.js';
import { readPostgresUrl, type PostgresAddress } from './postgresUrl.js';
import { select } from '../rows.js';

/** When the server itself is gone, this side gives up a little later than the server would have. */
const READ_TIMEOUT = STATEMENT_TIMEOUT + 30_000;

/** A network that went away without a word is noticed. */
const KEEP_ALIVE_AFTER = 10_000;

export async function connectPostgres(url: string, access: Access): Promise<Connection> {
  const address = await readPostgresUrl(url);
  const toUserError = (error: unknown): unknown => postgresUserError(error, address.label);
  try {
    const knex = await openAsTaken(address, {
      ssl: address.settings.ssl,
      options: startOptions(address.settings.options, access),
    });
    return { knex, dialect: POSTGRES, label: address.label, begin: SET_LOCAL, toUserError };
  } catch (error) {
    throw toUserError(error);
  }
}

interface Start {
  readonly ssl: PostgresAddress['settings']['ssl'];
  readonly options: string | undefined;
}

/** With less where the server takes less: no TLS where it was only preferred, no options where a pooler refuses them. */
async function openAsTaken(address: PostgresAddress, start: Start): Promise<Knex> {
  const knex = open(address, start);
  try {
    await requireUtf8(knex);
    return knex;
  } catch (error) {
    await knex.destroy().catch(() => undefined);
    const given = address.settings.options;
    if (address.tls === 'prefer' && start.ssl !== false && error instanceof Error && error.message === NO_TLS)
      return openAsTaken(address, { ...start, ssl: false });
    if (start.options !== given && refusesOptions(error)) return openAsTaken(address, { ...start, options: given });
    throw error;
  }
}

async function requireUtf8(knex: Knex): Promise<void> {
  const [row] = await select<{ encoding: string }>(knex, "select current_setting('server_encoding') as encoding");
  if (row?.encoding !== 'UTF8') throw new UserError('failure', 'db.encoding', { encoding: row?.encoding ?? '' });
}

function open({ settings }: PostgresAddress, { ssl, options }: Start): Knex {
  const distrust = new TaintedConnections();
  const connection = {
    ...settings,
    ssl,
    ...(options !== undefined && { options }),
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
