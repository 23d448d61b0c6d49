/** Everything of a user, one environment below the other: nothing is cut, and groups have their names. */
import type { ListedUser } from '../../../application/userUseCases.js';
import { ACCESS_FIELDS, SYNCED_TEXT_FIELDS } from '../../../domain/fields.js';
import { fieldLabel, sayIn } from '../../../language/index.js';
import { cell, GAP, wrapLines, type Line } from '../../../presentation/lines.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { say } from '../../../presentation/theme.js';
import { valueText } from '../../../presentation/values.js';
import type { View } from '../../view.js';
import { languageText, stateText } from './sheetLines.js';
import { groupKey, type UserStep } from './state.js';

export function wholeLines({ users, groupNames }: UserStep, view: View): readonly Line[] {
  return (users ?? []).flatMap((user, at): Line[] => [
    ...(at === 0 ? [] : [[] satisfies Line]),
    [[user.environment, 'strong']],
    ...environmentLines(user, groupNames, view),
  ]);
}

function environmentLines(user: ListedUser, names: UserStep['groupNames'], { theme, columns }: View): readonly Line[] {
  const { language } = theme;
  const label = (field: string): string => fieldLabel(language, field);
  const groups = user.groups.map((group) =>
    `${group}${GAP}${names?.get(groupKey(user.environment, group)) ?? ''}`.trim(),
  );
  const values: readonly (readonly [label: string, values: readonly string[]])[] = [
    ...SYNCED_TEXT_FIELDS.map((field) => [label(field), [user[field]]] as const),
    [say(theme, 'wizard.user.state'), [stateText(user, theme)]],
    [label('person'), [`${user.person ?? ''} ${user.personName}`.trim()]],
    [sayIn(language)('field.groups'), groups],
    ...ACCESS_FIELDS.map((field) => [label(field), [valueText(language, user.access[field])]] as const),
    [label('siteLanguage'), [languageText(user.siteLanguage, theme)]],
    [say(theme, 'wizard.user.tokens'), user.tokens.map(({ application, device }) => `${application} (${device})`)],
  ];
  const width = Math.min(30, Math.max(...values.map(([text]) => widthOf(text))));
  const room = Math.max(10, columns - width - 2 * GAP.length);
  return values.flatMap(([text, shown]) => {
    const lines = (shown.length === 0 ? [''] : shown).flatMap((value) => wrapLines(value === '' ? '-' : value, room));
    return lines.map((line, at): Line => [GAP, [cell(at === 0 ? text : '', width, theme), 'dim'], GAP, ...line]);
  });
}
