/** Looking at users: lists, one user, and what happened to one. */
import { caseKey, normaliseText } from '../domain/sourceRow.js';
import { completeUserCode } from '../domain/userCode.js';
import type { Context } from './context.js';
import { environmentNamed } from './environments.js';
import { withProtected } from './protectedUsers.js';
import type { UserSelection } from './ports/userList.js';
import type { UserQuery, UserUseCases } from './userUseCases.js';

export function userQueries({ directory, users }: Context): UserUseCases {
  const selectionOf = async ({ environment, filter }: UserQuery): Promise<UserSelection> =>
    environment === undefined
      ? { filter }
      : { filter, environmentId: (await environmentNamed(directory, environment)).id };
  /** What a code may stand for: itself, and the one with the number of an environment. */
  const codeKeys = async (user: string): Promise<readonly string[]> => {
    const code = normaliseText(user);
    const completed = (await directory.environments()).map(({ participant }) => completeUserCode(code, participant));
    return [...new Set([code, ...completed].map(caseKey))];
  };
  return {
    async *users(query) {
      yield* users.read(await selectionOf(query));
    },
    userPage: async (query, ...given) => users.page(await selectionOf(query), ...given),
    countUsers: async (query) => users.count(await selectionOf(query)),
    userAccounts: async (user) =>
      withProtected(await users.accounts(await codeKeys(user)), await directory.environments()),
    userHistory: async (user) => users.history(await codeKeys(user)),
  };
}
