/** Users as commands tell them to people: a list, one user, and a history. Loaded where it is asked for: it brings the words of screens along. */
import type { ListedUser, UserAccounts, UserChange } from '../../application/userUseCases.js';
import type { Language } from '../../language/text.js';
import type { Line } from '../../presentation/lines.js';
import { themeOf, type Page, type Theme } from '../../presentation/theme.js';
import { historyEntries } from '../../presentation/userHistory.js';
import { userSheet } from '../../presentation/userSheet.js';
import { userTable } from '../../presentation/userTable.js';
import type { CommandContext } from '../command.js';

export async function* listLines(
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

export function showLines(
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

export function historyLines(history: readonly UserChange[], context: CommandContext): readonly Line[] {
  if (history.length === 0) return [[context.say('user.noHistory')]];
  return historyEntries(history, pageOf(context)).flatMap(({ lines }) => lines);
}

const USUAL_COLUMNS = 80;

function pageOf({ language, columns = USUAL_COLUMNS }: CommandContext): Page {
  return { theme: themeIn(language), columns };
}

function themeIn(language: Language): Theme {
  return themeOf({ language, colour: true, unicode: true, screenReader: false });
}
