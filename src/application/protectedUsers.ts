/** Who of the users that are looked at is protected (docs/rules.md, *Protected users*). */
import type { Environment } from '../domain/directory.js';
import { mayFind } from '../domain/filter/mayFind.js';
import { protectionOf } from '../domain/protection.js';
import type { ListedUser, UserAccounts } from './userUseCases.js';

/** The same accounts, with those marked whom their environments protect. */
export function withProtected(
  accounts: readonly UserAccounts[],
  environments: readonly Environment[],
): readonly UserAccounts[] {
  const byCode = new Map(environments.map((environment) => [environment.code, environment]));
  const marked = (user: ListedUser): ListedUser => {
    const environment = byCode.get(user.environment);
    return environment && isProtected(user, environment) ? { ...user, protected: true } : user;
  };
  return accounts.map((account) => ({ ...account, users: account.users.map(marked) }));
}

/** Those as well of whom it is not certain; nobody who is gone, or stayed behind in an environment that was removed. */
function isProtected(user: ListedUser, environment: Environment): boolean {
  const protection = user.leftover || user.gone ? undefined : protectionOf(environment);
  if (!protection?.filter) return protection !== undefined;
  const unknown = [...(user.unknown ?? []), ...(environment.mirror ? ['token'] : [])];
  return mayFind(protection.filter, { ...user, unknown }, environment.participant) !== undefined;
}
