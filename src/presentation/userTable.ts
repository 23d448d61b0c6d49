/** A list of users as a table, a user in an environment a line, of which the rows come as they are read. */
import type { ListedUser } from '../application/userUseCases.js';
import { fieldLabel, translate } from '../language/index.js';
import { cell, GAP, type Line } from './lines.js';
import { columnWidths, widthOf } from './textWidth.js';
import type { Theme } from './theme.js';
import { stateTone, stateWords } from './userSheet.js';
import { screenText } from './visibleText.js';

export interface UserTable {
  readonly heading: Line;
  readonly row: (user: ListedUser) => Line;
}

/** What a list is about is never cut; on a terminal of so many columns the name and the address give way. */
export function userTable(sample: readonly ListedUser[], theme: Theme, columns?: number): UserTable {
  const { language } = theme;
  const titles = [
    fieldLabel(language, 'user'),
    translate(language, 'list.environment'),
    translate(language, 'user.state'),
    fieldLabel(language, 'description'),
    fieldLabel(language, 'email'),
  ];
  const textsOf = (user: ListedUser): readonly string[] =>
    [
      user.user,
      user.environment,
      stateWords(user, language).join(', '),
      known(user, 'description'),
      known(user, 'email'),
    ].map((text) => screenText(text, theme.unicode));
  const rows = [titles, ...sample.map(textsOf)];
  const [user = 0, environment = 0, state = 0, name = 0, email = 0] = columnWidths(rows);
  const room = columns === undefined ? Infinity : columns - user - environment - state - 4 * GAP.length;
  const named = Math.max(10, Math.min(name, room - Math.min(email, Math.floor(room / 2))));
  const cut = (text: string, width: number): string =>
    columns === undefined ? text : cell(text, width, theme).trimEnd();
  const line = ([code = '', where = '', how = '', who = '', address = '']: readonly string[]): readonly string[] => [
    padded(code, user) + GAP,
    padded(where, environment) + GAP,
    padded(how, state),
    `${GAP}${padded(cut(who, named), named)}${GAP}${cut(address, Math.max(10, room - named))}`.trimEnd(),
  ];
  return {
    heading: [[line(titles).join('').trimEnd(), 'dim']],
    row: (one) => {
      const [code = '', where = '', how = '', rest = ''] = line(textsOf(one));
      return [[code, 'strong'], where, [how, stateTone(one)], rest];
    },
  };
}

function known({ unknown = [], ...user }: ListedUser, field: 'description' | 'email'): string {
  return unknown.includes(field) ? '?' : user[field];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
