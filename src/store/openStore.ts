/** Opens a database and gives the ports that it serves. */
import type { Access } from '../application/ports/databaseAccess.js';
import type { DefinitionStore } from '../application/ports/definitionStore.js';
import type { DirectoryStore } from '../application/ports/directoryStore.js';
import type { PlanStore } from '../application/ports/planStore.js';
import { connect } from './connection/connect.js';
import { createDefinitionStore } from './definitionStore.js';
import { createDirectoryStore } from './directoryStore.js';
import { forgetExpired } from './plans/forgetSecrets.js';
import { guardPort } from './guardPort.js';
import { createPlanStore } from './planStore.js';

export interface Store {
  readonly directory: DirectoryStore;
  readonly plans: PlanStore;
  readonly definitions: DefinitionStore;
  /** The file that was not there, and was made. */
  readonly made?: string;
  close(): Promise<void>;
}

/** Opens a path or a `postgres://` URL; throws `Stop` that says why it cannot. Aborting `signal` commits nothing more. */
export async function openStore(target: string, access: Access = 'make', signal?: AbortSignal): Promise<Store> {
  const connection = { ...(await connect(target, access)), ...(signal && { signal }) };
  // Who may only read, or has to wait, leaves it to the next one.
  if (access !== 'look') await forgetExpired(connection).catch(() => undefined);
  return {
    directory: guardPort(createDirectoryStore(connection), connection.tell),
    plans: guardPort(createPlanStore(connection), connection.tell),
    definitions: guardPort(createDefinitionStore(connection), connection.tell),
    ...(connection.made && connection.dialect.name === 'sqlite' && { made: connection.label }),
    close: () => connection.knex.destroy(),
  };
}
