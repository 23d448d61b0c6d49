/** The values of a user side by side: what is as in the first environment is told so, and what is not stands out. */
import type { ListedUser } from '../../../application/userUseCases.js';
import { SYNCED_TEXT_FIELDS } from '../../../domain/fields.js';
import { accessText } from '../../../presentation/accounts.js';
import { fieldLabel, sayIn } from '../../../language/index.js';
import { cell, GAP, type Line, type Span } from '../../../presentation/lines.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { say, type Theme } from '../../../presentation/theme.js';
import type { View } from '../../view.js';

interface SheetRow {
  readonly label: string;
  readonly value: (user: ListedUser) => string;
}

/** What the sheet tells, in its order. */
function sheetRows(theme: Theme): readonly SheetRow[] {
  const word = sayIn(theme.language);
  return [
    ...SYNCED_TEXT_FIELDS.map((field): SheetRow => ({
      label: fieldLabel(theme.language, field),
      value: (user) => user[field],
    })),
    { label: say(theme, 'wizard.user.state'), value: (user) => stateText(user, theme) },
    {
      label: fieldLabel(theme.language, 'person'),
      value: ({ person, personName }) => (person === null ? '' : `${person} ${personName}`.trim()),
    },
    { label: word('field.groups'), value: ({ groups }) => groups.join(', ') },
    { label: say(theme, 'wizard.user.access'), value: (user) => accessText(user, theme) },
    { label: fieldLabel(theme.language, 'siteLanguage'), value: (user) => languageText(user.siteLanguage, theme) },
    {
      label: say(theme, 'wizard.user.tokens'),
      value: ({ tokens }) => tokens.map(({ application, device }) => `${application} (${device})`).join(', '),
    },
  ];
}

export function stateText({ blocked, system, leftover }: ListedUser, theme: Theme): string {
  return [
    say(theme, blocked ? 'wizard.users.blocked' : 'wizard.users.active'),
    ...(system ? [say(theme, 'wizard.user.system')] : []),
    ...(leftover ? [say(theme, 'wizard.user.leftover')] : []),
  ].join(', ');
}

export function languageText(code: string, { language }: Theme): string {
  return code === '' ? '' : sayIn(language)(`language.${code}` as 'language.1043');
}

/** Columns that an environment needs to be of any use. */
const COLUMN_LEAST = 16;
const COLUMN_MOST = 40;

/** The first environment stays where it is: the others are told by what they have otherwise. */
export function sheetLines(users: readonly ListedUser[], column: number, { theme, columns }: View): readonly Line[] {
  const rows = sheetRows(theme);
  const labels = Math.max(...rows.map(({ label }) => widthOf(label)));
  const room = columns - labels - GAP.length;
  const across = Math.max(1, Math.min(users.length, Math.floor(room / (COLUMN_LEAST + GAP.length))));
  const width = Math.min(COLUMN_MOST, Math.floor(room / across) - GAP.length);
  const [first, ...others] = users;
  if (!first) return [];
  const from = Math.max(0, Math.min(column - across + 1, others.length - across + 1));
  const shown = [first, ...others.slice(from, from + across - 1)];
  const hidden = users.length - shown.length;
  const heading = shown.flatMap((user, at): Span[] => {
    const here = user === users[column];
    return [at === 0 ? '' : GAP, [cell(user.environment, width, theme), here ? 'here' : 'strong']];
  });
  const more: Span = hidden > 0 ? [`${GAP}+${hidden}`, 'dim'] : '';
  return [
    [cell('', labels, theme), GAP, ...heading, more],
    ...rows.map(({ label, value }): Line => {
      const values = shown.map((user, at): Span[] => [
        at === 0 ? '' : GAP,
        valueCell(value(user), at === 0 ? null : value(first), width, theme),
      ]);
      return [[cell(label, labels, theme), 'dim'], GAP, ...values.flat()];
    }),
  ];
}

function valueCell(value: string, inFirst: string | null, width: number, theme: Theme): Span {
  if (inFirst === value) return [cell('=', width, theme), 'dim'];
  const shown = value === '' ? '-' : value;
  return [cell(shown, width, theme), inFirst === null ? (value === '' ? 'dim' : 'plain') : 'changed'];
}
