/** The directory in a database: the port's implementation, put together. */
import type { DirectoryStore } from '../application/ports/directoryStore.js';
import type { Connection } from './connection/connection.js';
import { checkDatabase } from './check/checkDatabase.js';
import { countIdentityHolders, findDrift } from './directory/drift.js';
import * as environments from './directory/environments.js';
import { exportDirectory } from './directory/exportDirectory.js';
import { importDirectory } from './directory/import/importDirectory.js';
import { clearLeftoverUpn, listLeftovers } from './directory/leftovers.js';
import { personsLike } from './directory/persons.js';
import { select } from './rows.js';
import { countProtected } from './users/protectedUsers.js';

export function createDirectoryStore(connection: Connection): DirectoryStore {
  return {
    environments: () => environments.listEnvironments(connection),
    overview: () => environments.listOverview(connection),
    guardSettings: (environmentId) => environments.readGuardSettings(connection, environmentId),
    countProtected: (environment) => countProtected(connection, environment),
    addEnvironment: (...given) => environments.addEnvironment(connection, ...given),
    setEnvironment: (...given) => environments.setEnvironment(connection, ...given),
    removeEnvironment: (...given) => environments.removeEnvironment(connection, ...given),
    export: (ids) => exportDirectory(connection, ids),
    import: (directory, options) => importDirectory(connection, directory, options),
    groupsOf: (environmentId) =>
      select(connection.knex, 'select code, description from user_groups where environment_id = ? order by code_key', [
        environmentId,
      ]),
    personsLike: (environmentId, begins, most) => personsLike(connection, environmentId, begins, most),
    leftovers: () => listLeftovers(connection),
    clearLeftoverUpn: (user, record) => clearLeftoverUpn(connection, user, record),
    drift: (type) => findDrift(connection, type),
    identityHolders: (userKeys, environmentIds) => countIdentityHolders(connection, userKeys, environmentIds),
    check: () => checkDatabase(connection),
  };
}
