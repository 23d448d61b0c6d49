/** Linked users that differ between environments, and the values of the one at the cursor below each other. */
import type { ReactElement } from 'react';
import type { DriftingUser } from '../../application/ports/directoryStore.js';
import { fieldLabel } from '../../language/index.js';
import { driftHeights } from '../layout.js';
import { count, say, sayRef, type Look } from '../look.js';
import { cell, GAP, type Line } from '../paint.js';
import type { DriftStep } from '../state/steps.js';
import type { Size } from '../state/wizardState.js';
import { widthOf, wrapText } from '../table/fit.js';
import type { View } from '../view.js';
import { Lines } from '../widgets/Lines.js';

export interface DriftProps {
  readonly step: DriftStep;
  readonly size: Size;
  readonly view: View;
}

export function DriftScreen({ step, size, view }: DriftProps): ReactElement {
  const { look, columns, height } = view;
  const { users } = step;
  if (step.reading && (users?.length ?? 0) === 0)
    return <Lines lines={[[say(look, 'wizard.looking')]]} view={view} height={height} />;
  // They could not be read: that is told below.
  if (!users) return <Lines lines={[]} view={view} height={height} />;
  const here = users[step.cursor];
  if (!here) return <Lines lines={[[[noneText(step, look), 'good']]]} view={view} height={height} />;
  const { list, detail } = driftHeights(size);
  const shown = users.slice(step.top, step.top + list);
  const widths = {
    user: Math.min(32, Math.max(...shown.map(({ user }) => widthOf(user)))),
    name: columns < 100 ? 20 : 36,
  };
  const lines: readonly Line[] = [
    [[headingText(step, users.length, look), 'strong']],
    ...Array.from({ length: list }, (_, index): Line => {
      const user = shown[index];
      return user ? userLine(user, step.top + index === step.cursor, widths, look) : [];
    }),
    [[look.glyphs.line.repeat(columns), 'dim']],
    ...detailLines(here, view, detail),
  ];
  return <Lines lines={lines} view={view} height={height} />;
}

function noneText({ type }: DriftStep, look: Look): string {
  return type === null
    ? sayRef(look, { key: 'drift.none', params: {} })
    : say(look, 'wizard.drift.none', { kind: sayRef(look, { key: `type.${type}`, params: {} }) });
}

function headingText({ more }: DriftStep, users: number, look: Look): string {
  const params = { count: users, shown: count(look, users) };
  return say(look, more ? 'wizard.drift.headingMore' : 'wizard.drift.heading', params);
}

function userLine(
  { user, type, fields, values }: DriftingUser,
  here: boolean,
  widths: { readonly user: number; readonly name: number },
  look: Look,
): Line {
  const kind =
    type === 'production' ? say(look, 'wizard.production') : sayRef(look, { key: `type.${type}`, params: {} });
  return [
    here ? `${look.glyphs.cursor} ` : GAP,
    [cell(user, widths.user, look), here ? 'here' : 'plain'],
    GAP,
    cell(nameIn(values), widths.name, look),
    GAP,
    [cell(kind, KIND_WIDTH, look), type === 'production' ? 'danger' : 'dim'],
    GAP,
    fields.map((field) => fieldLabel(look.language, field)).join(', '),
  ];
}

/** What the user is called in the first environment that has a name for it. */
function nameIn(values: DriftingUser['values']): string {
  return values.find(({ description }) => description !== '')?.description ?? '';
}

/** The longest word for a type of environment. */
const KIND_WIDTH = 10;

/** Each field that differs with its value per environment, all values below each other; then what can be done. */
function detailLines({ user, fields, values }: DriftingUser, { look, columns }: View, height: number): readonly Line[] {
  const labels = fields.map((field) => fieldLabel(look.language, field));
  const labelWidth = Math.max(...labels.map(widthOf));
  const codeWidth = Math.max(...values.map(({ environment }) => widthOf(environment)));
  const lines = fields.flatMap((field, at) =>
    values.map((value, index): Line => [
      [cell(index === 0 ? (labels[at] ?? '') : '', labelWidth, look), 'strong'],
      GAP,
      [cell(value.environment, codeWidth, look), 'dim'],
      GAP,
      value[field] === '' ? [sayRef(look, { key: 'value.empty', params: {} }), 'dim'] : value[field],
    ]),
  );
  const how = wrapText(say(look, 'wizard.drift.how'), columns).map((text): Line => [[text, 'dim']]);
  const room = height - 1 - how.length;
  const hidden = lines.length - room;
  const more: Line = [[`${look.glyphs.more} ${say(look, 'wizard.more', { count: hidden + 1 })}`, 'dim']];
  return [
    [[user, 'accent']],
    ...(hidden > 0 ? [...lines.slice(0, room - 1), more] : lines),
    ...Array.from({ length: Math.max(0, -hidden) }, (): Line => []),
    ...how,
  ];
}
