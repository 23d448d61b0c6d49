/** Linked users that differ between environments, and the values of the one at the cursor below each other. */
import type { ReactElement } from 'react';
import type { DriftingUser } from '../../../application/ports/directoryStore.js';
import { fieldLabel } from '../../../language/index.js';
import { count, say, sayRef, type Theme } from '../../../presentation/theme.js';
import { cell, GAP, wrapLines, type Line } from '../../../presentation/lines.js';
import { environmentKind } from '../../../presentation/environmentKind.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { driftHeights, type DriftStep } from './state.js';
import { widthOf } from '../../../presentation/textWidth.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';

export function DriftScreen({ step, wizard, view }: ScreenProps<DriftStep>): ReactElement {
  const { theme, columns, height } = view;
  const { users } = step;
  if (step.reading && (users?.length ?? 0) === 0)
    return <Lines lines={[[say(theme, 'wizard.looking')]]} view={view} height={height} />;
  // They could not be read: that is told below.
  if (!users) return <Lines lines={[]} view={view} height={height} />;
  const here = users[step.cursor];
  if (!here) return <Lines lines={[[[noneText(step, theme), 'good']]]} view={view} height={height} />;
  const { list, detail } = driftHeights(wizard.size);
  const shown = users.slice(step.top, step.top + list);
  const widths = {
    user: Math.min(32, Math.max(...shown.map(({ user }) => widthOf(user)))),
    name: columns < 100 ? 20 : 36,
  };
  const lines: readonly Line[] = [
    [[headingText(step, users.length, theme), 'strong']],
    ...Array.from({ length: list }, (_, index): Line => {
      const user = shown[index];
      return user ? userLine(user, step.top + index === step.cursor, widths, theme) : [];
    }),
    [[theme.glyphs.line.repeat(columns), 'dim']],
    ...detailLines(here, view, detail),
  ];
  return <Lines lines={lines} view={view} height={height} />;
}

function noneText({ type }: DriftStep, theme: Theme): string {
  return type === null
    ? sayRef(theme, { key: 'drift.none', params: {} })
    : say(theme, 'wizard.drift.none', { kind: sayRef(theme, { key: `type.${type}`, params: {} }) });
}

function headingText({ rest }: DriftStep, users: number, theme: Theme): string {
  const params = { count: users, shown: count(theme, users) };
  return say(theme, rest ? 'wizard.drift.headingMore' : 'wizard.drift.heading', params);
}

function userLine(
  { user, type, fields, values }: DriftingUser,
  here: boolean,
  widths: { readonly user: number; readonly name: number },
  theme: Theme,
): Line {
  const kind = environmentKind(type, theme);
  return [
    here ? `${theme.glyphs.cursor} ` : GAP,
    [cell(user, widths.user, theme), here ? 'here' : 'plain'],
    GAP,
    cell(nameIn(values), widths.name, theme),
    GAP,
    [cell(kind, KIND_WIDTH, theme), type === 'production' ? 'danger' : 'dim'],
    GAP,
    fields.map((field) => fieldLabel(theme.language, field)).join(', '),
  ];
}

/** What the user is called in the first environment that has a name for it. */
function nameIn(values: DriftingUser['values']): string {
  return values.find(({ description }) => description !== '')?.description ?? '';
}

/** The longest word for a type of environment. */
const KIND_WIDTH = 10;

/** Each field that differs with its value per environment, all values below each other; then what can be done. */
function detailLines(
  { user, fields, values }: DriftingUser,
  { theme, columns }: View,
  height: number,
): readonly Line[] {
  const labels = fields.map((field) => fieldLabel(theme.language, field));
  const labelWidth = Math.max(...labels.map(widthOf));
  const codeWidth = Math.max(...values.map(({ environment }) => widthOf(environment)));
  const lines = fields.flatMap((field, at) =>
    values.map((value, index): Line => [
      [cell(index === 0 ? (labels[at] ?? '') : '', labelWidth, theme), 'strong'],
      GAP,
      [cell(value.environment, codeWidth, theme), 'dim'],
      GAP,
      value[field] === '' ? [sayRef(theme, { key: 'value.empty', params: {} }), 'dim'] : value[field],
    ]),
  );
  const how = wrapLines(say(theme, 'wizard.drift.how'), columns, 'dim');
  const room = height - 1 - how.length;
  const hidden = lines.length - room;
  const more: Line = [[`${theme.glyphs.more} ${say(theme, 'wizard.more', { count: hidden + 1 })}`, 'dim']];
  return [
    [[user, 'accent']],
    ...(hidden > 0 ? [...lines.slice(0, room - 1), more] : lines),
    ...Array.from({ length: Math.max(0, -hidden) }, (): Line => []),
    ...how,
  ];
}
