/** Opens a database and gives the ports that it serves. */
import type { Access } from '../application/ports/databaseAccess.js';
import type { AuditLog } from '../application/ports/auditLog.js';
import type { DefinitionStore } from '../application/ports/definitionStore.js';
import type { DirectoryStore } from '../application/ports/directoryStore.js';
import type { MirrorStore } from '../application/ports/mirror.js';
import type { PlanStore } from '../application/ports/planStore.js';
import type { UserList } from '../application/ports/userList.js';
import { createAuditLog } from './audit/auditLog.js';
import { connect } from './connection/connect.js';
import type { Connection } from './connection/connection.js';
import { createDefinitionStore } from './definitionStore.js';
import { createDirectoryStore } from './directoryStore.js';
import { forgetExpired } from './plans/forgetSecrets.js';
import { mapPortErrors } from './mapPortErrors.js';
import { selectOne } from './rows.js';
import { createMirrorStore } from './mirror/pullMirror.js';
import { createPlanStore } from './planStore.js';
import { createUserList } from './userList.js';

export interface Store {
  readonly audit: AuditLog;
  readonly directory: DirectoryStore;
  readonly plans: PlanStore;
  readonly mirror: MirrorStore;
  readonly users: UserList;
  readonly definitions: DefinitionStore;
  /** Who is known to the database server by this connection; null for a file. */
  readonly databaseLogin: string | null;
  /** The file that was not there, and was made. */
  readonly made?: string;
  close(): Promise<void>;
}

/** Opens a path or a `postgres://` URL; throws `UserError` that says why it cannot. Aborting `signal` commits nothing more. */
export async function openStore(
  target: string,
  access: Access = 'make',
  signal?: AbortSignal,
  now?: () => Date,
): Promise<Store> {
  const connection = { ...(await connect(target, access)), ...(signal && { signal }), ...(now && { now }) };
  // Who may only read, or has to wait, leaves it to the next one.
  if (access !== 'inspect') await forgetExpired(connection).catch(() => undefined);
  return {
    audit: mapPortErrors(createAuditLog(connection), connection.toUserError),
    directory: mapPortErrors(createDirectoryStore(connection), connection.toUserError),
    plans: mapPortErrors(createPlanStore(connection), connection.toUserError),
    mirror: mapPortErrors(createMirrorStore(connection), connection.toUserError),
    users: mapPortErrors(createUserList(connection), connection.toUserError),
    databaseLogin: await loginAt(connection),
    definitions: mapPortErrors(createDefinitionStore(connection), connection.toUserError),
    ...(connection.made && connection.dialect.name === 'sqlite' && { made: connection.label }),
    close: () => connection.knex.destroy(),
  };
}

/** The login that the connection was made with, whatever role it has taken since. */
async function loginAt({ knex, dialect, toUserError }: Connection): Promise<string | null> {
  if (dialect.name !== 'postgres') return null;
  try {
    return (await selectOne<{ login: string }>(knex, 'select session_user::text as login'))?.login ?? null;
  } catch (error) {
    throw toUserError(error);
  }
}
