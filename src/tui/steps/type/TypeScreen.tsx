/** Choose what to import, or a saved definition. */
import type { ReactElement } from 'react';
import { say, sayRef, type Theme } from '../../../presentation/theme.js';
import { cell, GAP, type Line } from '../../../presentation/lines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { typeItems, type TypeItem, type TypeStep } from './state.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { around } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';

export function TypeScreen({ step, view }: ScreenProps<TypeStep>): ReactElement {
  const { theme } = view;
  const lines: Line[] = [];
  const width = Math.min(40, Math.max(...typeItems(step).map((item) => widthOf(described(item, theme)[0]))));
  let at = 0;
  let kind: TypeItem['kind'] | null = null;
  for (const [index, item] of typeItems(step).entries()) {
    if (item.kind !== kind) {
      if (kind !== null) lines.push([]);
      lines.push([[say(theme, `wizard.type.${item.kind}`), 'strong']]);
      kind = item.kind;
    }
    if (index === step.cursor) at = lines.length;
    lines.push(itemLine(item, index === step.cursor, width, theme));
  }
  return <Lines lines={around(lines, at, view.height)} view={view} height={view.height} />;
}

function itemLine(item: TypeItem, here: boolean, width: number, theme: Theme): Line {
  const [name, about] = described(item, theme);
  return [
    here ? `${theme.glyphs.cursor} ` : GAP,
    [cell(name, width, theme), here ? 'here' : 'plain'],
    GAP,
    [about, 'dim'],
  ];
}

function described(item: TypeItem, theme: Theme): readonly [name: string, about: string] {
  switch (item.kind) {
    case 'type':
      return [sayRef(theme, { key: `type.${item.type}`, params: {} }), say(theme, `wizard.type.about.${item.type}`)];
    case 'definition': {
      const { name, type } = item.definition;
      return [name, sayRef(theme, { key: `type.${type}`, params: {} })];
    }
  }
}
