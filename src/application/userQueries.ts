/** Looking at users: lists, one user, and what happened to one. */
import type { Context } from './context.js';
import type { UserUseCases } from './userUseCases.js';

export function userQueries(_context: Context): UserUseCases {
  const missing = (): never => {
    throw new Error('not there yet');
  };
  return { users: missing, userPage: missing, countUsers: missing, userAccounts: missing, userHistory: missing };
}
