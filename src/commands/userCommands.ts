/** `user list` and `user show`: who there are, and one user in all of its environments with what happened to it. */
import { readFilter } from '../application/readFilter.js';
import { UserError } from '../application/userError.js';
import type { ListedUser, UserAccounts, UserChange, UserQuery } from '../application/userUseCases.js';
import { DIRECTORY_FORMAT } from '../application/directoryJson.js';
import { NO_FILTER } from '../domain/userFilter.js';
import type { Language } from '../language/text.js';
import type { Line } from '../presentation/lines.js';
import { themeOf, type Page, type Theme } from '../presentation/theme.js';
import { historyEntries } from '../presentation/userHistory.js';
import { userSheet } from '../presentation/userSheet.js';
import { userTable } from '../presentation/userTable.js';
import type { Answer } from './answer.js';
import type { Command, CommandContext } from './command.js';
import { ENV, WHERE } from './flags.js';

export const userList: Command = {
  words: 'user list',
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
    return { each: eachUser(found), lines: listLines(found, context) };
  },
};

async function* eachUser(found: AsyncIterable<readonly ListedUser[]>): AsyncGenerator<readonly unknown[]> {
  for await (const users of found) yield users.map(userJson);
}

async function* listLines(
  found: AsyncIterable<readonly ListedUser[]>,
  { language, say, columns }: CommandContext,
): AsyncGenerator<readonly Line[]> {
  let table: ReturnType<typeof userTable> | undefined;
  for await (const users of found) {
    if (users.length === 0) continue;
    const isFirst = table === undefined;
    table ??= userTable(users, themeIn(language), columns);
    yield [...(isFirst ? [table.heading] : []), ...users.map(table.row)];
  }
  if (!table) yield [[say('list.empty')]];
}

export const userShow: Command = {
  words: 'user show',
  summary: 'command.user show',
  argument: { name: 'user', required: true, text: 'argument.userCode' },
  flags: [],
  run: async (args, context) => {
    const { useCases } = await context.services('read');
    const account = onlyOne(args.required, await useCases.userAccounts(args.required));
    if (!account) throw new UserError('wrongUse', 'usage.userUnknown', { user: args.required });
    const history = await useCases.userHistory(account.code);
    return {
      json: { format: DIRECTORY_FORMAT, user: account.code, environments: account.users.map(userJson), history },
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

function showLines(
  { code, users }: UserAccounts,
  history: readonly UserChange[],
  context: CommandContext,
): readonly Line[] {
  return [
    [[code, 'strong'], `  ${users[0]?.description ?? ''}`],
    [''],
    ...userSheet(users, pageOf(context)),
    [''],
    [[context.say('user.history'), 'strong']],
    ...historyLines(history, context),
  ];
}

/** `history --user CODE`; throws `UserError` for nobody that there is, or was. */
export async function userHistory(user: string, context: CommandContext, environment?: string): Promise<Answer> {
  const { useCases } = await context.services('read');
  const account = onlyOne(user, await useCases.userAccounts(user));
  const all = await useCases.userHistory(user);
  if (!account && all.length === 0) throw new UserError('wrongUse', 'usage.userUnknown', { user });
  const history = all.filter((change) => environment === undefined || change.environment === environment);
  return {
    json: { format: DIRECTORY_FORMAT, user: account?.code ?? all[0]?.user ?? user, history },
    lines: historyLines(history, context),
  };
}

function historyLines(history: readonly UserChange[], context: CommandContext): readonly Line[] {
  if (history.length === 0) return [[context.say('user.noHistory')]];
  return historyEntries(history, pageOf(context)).flatMap(({ lines }) => lines);
}

/** A line of `user list`: what `directory export` has of the user, and what a person is called. */
function userJson({ environmentType: _, groupDescriptions: __, ...user }: ListedUser): unknown {
  return user;
}

const USUAL_COLUMNS = 80;

function pageOf({ language, columns = USUAL_COLUMNS }: CommandContext): Page {
  return { theme: themeIn(language), columns };
}

function themeIn(language: Language): Theme {
  return themeOf({ language, colour: true, unicode: true, screenReader: false });
}
