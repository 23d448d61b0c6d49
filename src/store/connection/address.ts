/** What `--db` names: a file, a database in memory, or a PostgreSQL server. Anything else is refused. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { UserError } from '../../application/userError.js';

export type Address =
  | { readonly kind: 'memory' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** `/data/x.db`, `./x.db`, `../x.db` and `C:\x.db` can be nothing but paths, whatever they hold. */
const PLAINLY_A_PATH = /^(?:\/(?!\/)|\.{1,2}[/\\]|[a-z]:[/\\])/iu;

/** Throws `UserError` that repeats nothing of what may be a password: an address can be misspelled anywhere. */
export function readAddress(text: string): Address {
  if (text.trim() === '') throw new UserError('wrongUse', 'db.emptyAddress');
  if (text === ':memory:') return { kind: 'memory' };
  if (/^postgres(?:ql)?:\/\//iu.test(text)) return { kind: 'postgres', url: text };
  // A shell leaves `--db=~/x.db` as it is.
  if (/^~[/\\]/u.test(text)) return { kind: 'file', path: join(homedir(), text.slice(2)) };
  if (PLAINLY_A_PATH.test(text)) return { kind: 'file', path: text };
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/iu.exec(text)?.[1];
  if (scheme !== undefined) throw new UserError('wrongUse', 'db.unknownScheme', { scheme });
  if (/^[^/\\]*:|:[^/\\]*@|^\/\//u.test(text)) throw new UserError('wrongUse', 'db.unknownAddress');
  return { kind: 'file', path: text };
}

/** The whole path of a database that is a file; undefined for any other, and for what is no address. */
export function databaseFile(text: string): string | undefined {
  try {
    const address = readAddress(text);
    return address.kind === 'file' ? resolve(address.path) : undefined;
  } catch {
    return undefined;
  }
}
