/** The values of a user side by side, a line each: the first environment stays where it is, the others pass beside it. */
import type { ListedUser } from '../../../application/userUseCases.js';
import { cell, GAP, type Line, type Span } from '../../../presentation/lines.js';
import { widthOf } from '../../../presentation/textWidth.js';
import type { Theme } from '../../../presentation/theme.js';
import { factsOf, type Fact } from '../../../presentation/userSheet.js';
import type { View } from '../../view.js';

/** Columns that an environment needs to be of any use, and those in which everything fits, mostly. */
const LEAST = 16;
const MOST = 40;

export function sheetLines(users: readonly ListedUser[], column: number, { theme, columns }: View): readonly Line[] {
  const [first, ...others] = users;
  if (!first) return [];
  const [, ...facts] = factsOf(users, theme);
  const labels = Math.max(...facts.map(({ label }) => widthOf(label)));
  const room = columns - labels - GAP.length;
  const across = Math.max(1, Math.min(users.length, Math.floor(room / (LEAST + GAP.length))));
  const width = Math.min(MOST, Math.floor(room / across) - GAP.length);
  const from = Math.max(0, Math.min(column - across + 1, others.length - across + 1));
  const shown = [first, ...others.slice(from, from + across - 1)];
  const hidden = users.length - shown.length;
  const heading = shown.flatMap((user): Span[] => [
    GAP,
    [cell(user.environment, width, theme), user === users[column] ? 'here' : 'strong'],
  ]);
  return [
    [cell('', labels, theme), ...heading, hidden > 0 ? [` +${hidden}`, 'dim'] : ''],
    ...facts.map((fact): Line => {
      const cells = shown.flatMap((user): Span[] => [GAP, valueCell(fact, user, first, width, theme)]);
      return [[cell(fact.label, labels, theme), 'dim'], ...cells];
    }),
  ];
}

/** What is as in the first environment is told so; what is not stands out. */
function valueCell({ values, tone }: Fact, user: ListedUser, first: ListedUser, width: number, theme: Theme): Span {
  const value = values(user).join(', ');
  if (user !== first && value === values(first).join(', ')) return [cell('=', width, theme), 'dim'];
  const shown = cell(value === '' ? theme.glyphs.none : value, width, theme);
  const own = tone?.(user) ?? 'plain';
  return [shown, own === 'plain' && user !== first ? 'changed' : value === '' ? 'dim' : own];
}
