/** Choose what to import, a saved definition, or a plan to go on with. */
import type { ReactElement } from 'react';
import type { Run } from '../../../domain/run.js';
import { count, say, sayRef, type Theme } from '../../../presentation/theme.js';
import { cell, GAP, type Line } from '../../../presentation/lines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { typeItems, type TypeItem, type TypeStep } from './state.js';
import { around } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';

const NAME_WIDTH = 22;

export function TypeScreen({ step, view }: ScreenProps<TypeStep>): ReactElement {
  const { theme } = view;
  const lines: Line[] = [];
  let at = 0;
  let kind: TypeItem['kind'] | null = null;
  for (const [index, item] of typeItems(step).entries()) {
    if (item.kind !== kind) {
      if (kind !== null) lines.push([]);
      lines.push([[say(theme, `wizard.type.${item.kind}`), 'strong']]);
      kind = item.kind;
    }
    if (index === step.cursor) at = lines.length;
    lines.push(itemLine(item, index === step.cursor, theme));
  }
  return <Lines lines={around(lines, at, view.height)} view={view} height={view.height} />;
}

function itemLine(item: TypeItem, here: boolean, theme: Theme): Line {
  const [name, about] = described(item, theme);
  return [
    here ? `${theme.glyphs.cursor} ` : GAP,
    [cell(name, NAME_WIDTH, theme), here ? 'here' : 'plain'],
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
    case 'plan': {
      const { run } = item;
      const name = `${run.id} ${theme.glyphs.arrow} ${run.environment}`;
      if (run.settingsChange) return [name, settingsAbout(run, theme)];
      const file = run.file.name || sayRef(theme, { key: `kind.${run.kind}`, params: {} });
      const about = say(theme, 'wizard.type.planAbout', {
        file,
        rows: run.file.rows,
        shown: count(theme, run.file.rows),
        operator: run.operator,
        at: run.createdAt,
      });
      return [name, about];
    }
  }
}

/** A plan of settings: by whom, and what it waits for. */
function settingsAbout(run: Run, theme: Theme): string {
  const waits = run.askedBy.length > 0 && run.approvedBy === null;
  return say(theme, waits ? 'wizard.type.settingsWait' : 'wizard.type.settingsReady', {
    kind: sayRef(theme, { key: `kind.${run.kind}`, params: {} }),
    operator: run.operator,
    at: run.createdAt,
  });
}
