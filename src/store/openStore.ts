/** Opens a database and gives the ports that it serves. */
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
  close(): Promise<void>;
}

/** Opens a path or a `postgres://` URL; throws `Stop` that says why it cannot. */
export async function openStore(target: string): Promise<Store> {
  const connection = await connect(target);
  // Who may only read, or has to wait, leaves it to the next one.
  await forgetExpired(connection).catch(() => undefined);
  return {
    directory: guardPort(createDirectoryStore(connection), connection.tell),
    plans: guardPort(createPlanStore(connection), connection.tell),
    definitions: guardPort(createDefinitionStore(connection), connection.tell),
    close: () => connection.knex.destroy(),
  };
}
