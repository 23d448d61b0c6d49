/** Users to look at, in a database: the port's implementation, put together. */
import type { UserList } from '../application/ports/userList.js';
import type { Connection } from './connection/connection.js';
import { readAccounts, readUsers } from './users/listUsers.js';
import { readHistory } from './users/userHistory.js';
import { countCodes, readPage } from './users/userPages.js';

export function createUserList(connection: Connection): UserList {
  return {
    read: (selection) => readUsers(connection, selection),
    page: (...given) => readPage(connection, ...given),
    count: (selection) => countCodes(connection, selection),
    accounts: (codeKeys) => readAccounts(connection, codeKeys),
    history: (codeKeys) => readHistory(connection, codeKeys),
  };
}
