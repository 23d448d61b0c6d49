/** `user list` and `user show`: who there are, and one user in all of its environments with what happened to it. */
import { readFilter } from '../application/readFilter.js';
import { nullWhereUnknown } from '../application/unknownJson.js';
import { UserError } from '../application/userError.js';
import type { ListedUser, UserAccounts, UserQuery } from '../application/userUseCases.js';
import { NO_FILTER } from '../domain/userFilter.js';
import type { Answer } from './answers/answer.js';
import type { UserLineJson } from './answers/schemas/users.js';
import type { Command, CommandContext } from './command.js';
import { ENV, WHERE } from './line/flags.js';

export const userList: Command = {
  words: 'user list',
  answers: () => 'user',
  summary: 'command.user list',
  flags: [ENV, WHERE],
  run: async (args, context) => {
    const environment = args.text(ENV);
    const where = args.text(WHERE);
    const query: UserQuery = {
      ...(environment !== undefined && { environment }),
      filter: where === undefined ? NO_FILTER : readFilter(where),
    };
    const { useCases } = await context.services('read');
    const found = useCases.users(query);
    const { listLines } = await import('./answers/userLines.js');
    return { each: eachUser(found), lines: listLines(found, context) };
  },
};

async function* eachUser(found: AsyncIterable<readonly ListedUser[]>): AsyncGenerator<readonly unknown[]> {
  for await (const users of found) yield users.map(userJson);
}

export const userShow: Command = {
  words: 'user show',
  answers: () => 'user-account',
  summary: 'command.user show',
  argument: { name: 'user', required: true, text: 'argument.userCode' },
  flags: [],
  run: async (args, context) => {
    const { useCases } = await context.services('read');
    const account = onlyOne(args.required, await useCases.userAccounts(args.required));
    if (!account) throw new UserError('wrongUse', 'usage.userUnknown', { user: args.required });
    const history = await useCases.userHistory(account.code);
    const { showLines } = await import('./answers/userLines.js');
    return {
      json: { user: account.code, environments: account.users.map(userJson), history },
      lines: showLines(account, history, context),
    };
  },
};

/** Throws `UserError` where the code can be that of several. */
function onlyOne(user: string, accounts: readonly UserAccounts[]): UserAccounts | undefined {
  if (accounts.length > 1)
    throw new UserError('wrongUse', 'usage.userSeveral', { user, users: accounts.map(({ code }) => code).join(', ') });
  return accounts[0];
}

/** `history --user CODE`; throws `UserError` for nobody that there is, or was. */
export async function userHistory(user: string, context: CommandContext, environment?: string): Promise<Answer> {
  const { useCases } = await context.services('read');
  const account = onlyOne(user, await useCases.userAccounts(user));
  const all = await useCases.userHistory(user);
  if (!account && all.length === 0) throw new UserError('wrongUse', 'usage.userUnknown', { user });
  const history = all.filter((change) => environment === undefined || change.environment === environment);
  const { historyLines } = await import('./answers/userLines.js');
  return {
    json: { user: account?.code ?? all[0]?.user ?? user, history },
    lines: historyLines(history, context),
  };
}

/** A line of `user list`: what `directory export` has of the user, and what a person is called. */
function userJson({ environmentType: _, groupDescriptions: __, protected: ___, ...user }: ListedUser): UserLineJson {
  return nullWhereUnknown(user);
}
