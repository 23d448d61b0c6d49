/** A database that is only asked, and only for hints: opened without knex, which takes longer to load than Tab may take. */
import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { readAddress } from '../connection/address.js';
import { MIGRATIONS } from '../migrations/index.js';
import type { Ask } from './ask.js';

/** How long a lock of somebody else is waited for, in milliseconds. */
const LOCK_MS = 50;

/** Throws where there is no database, or none of this version. The program ends without closing it. */
export async function openToAsk(target: string): Promise<Ask> {
  const address = readAddress(target);
  if (address.kind === 'memory') throw new Error('a database in memory is nobody else’s');
  const ask = await (address.kind === 'file' ? askFile(address.path) : askPostgres(address.url));
  const done = await ask<{ name: string }>('select name from migrations order by name');
  if (done.map(({ name }) => name).join() !== Object.keys(MIGRATIONS).join()) throw new Error('another version');
  return ask;
}

/**
 * A file without a log beside it is whole by itself, and is read without a lock: SQLite would otherwise make files beside it.
 * With one it is read as SQLite reads it, or not at all where somebody holds it.
 */
async function askFile(path: string): Promise<Ask> {
  const file = await stat(path);
  // What is no file, such as a pipe, could be waited for without end.
  if (!file.isFile() || file.size === 0) throw new Error('no database');
  const logged = (await Promise.all([isFilled(`${path}-wal`), isFilled(`${path}-journal`)])).includes(true);
  const { default: driver } = await import('sqlite3');
  const uri = `${pathToFileURL(path).href}?mode=ro${logged ? '' : '&immutable=1'}`;
  const database = await new Promise<InstanceType<typeof driver.Database>>((resolve, reject) => {
    const opened = new driver.Database(uri, driver.OPEN_READONLY | driver.OPEN_URI, (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  database.configure('busyTimeout', LOCK_MS);
  return (sql, values = []) =>
    new Promise((resolve, reject) =>
      database.all(sql, [...values], (error, rows) => (error ? reject(error) : resolve(rows as never))),
    );
}

async function isFilled(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
}

async function askPostgres(url: string): Promise<Ask> {
  return (await import('./askServer.js')).askServer(url);
}
