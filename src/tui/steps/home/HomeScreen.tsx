/** The first screen: a line for each place, plan and run, below a heading where there are any. */
import type { ReactElement } from 'react';
import { say } from '../../../presentation/theme.js';
import { wrapLines, type Line } from '../../../presentation/lines.js';
import type { ScreenProps, Wizard } from '../../shell/wizard.js';
import { around, type View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';
import { itemLines } from './itemLines.js';
import { homeItems, isEmpty, type HomeItem, type HomeStep } from './state.js';

export function HomeScreen({ step, wizard, view }: ScreenProps<HomeStep>): ReactElement {
  const { theme } = view;
  const items = homeItems(step);
  const drawn = itemLines(items, step, view);
  const lines: Line[] = [...toldFirst(step, wizard, view)];
  let at = 0;
  let kind: HomeItem['kind'] | null = null;
  for (const [index, item] of items.entries()) {
    if (item.kind !== kind) {
      if (kind !== null) lines.push([]);
      lines.push([[say(theme, headingOf(item, step)), 'strong']]);
      kind = item.kind;
    }
    if (index === step.cursor) at = lines.length;
    lines.push(drawn[index] ?? []);
  }
  return <Lines lines={around(lines, at, view.height)} view={view} height={view.height} />;
}

function headingOf({ kind }: HomeItem, step: HomeStep): `wizard.home.heading.${HomeItem['kind'] | 'first'}` {
  return `wizard.home.heading.${kind === 'place' && isEmpty(step) ? 'first' : kind}`;
}

/** That all of this is thrown away; and in an empty database what the program writes to. */
function toldFirst(step: HomeStep, { demo }: Wizard, { theme, columns }: View): readonly Line[] {
  const texts = [
    ...(demo ? wrapLines(say(theme, 'wizard.home.isDemo'), columns, 'warning') : []),
    ...(isEmpty(step) ? wrapLines(say(theme, 'wizard.home.writesTo'), columns) : []),
  ];
  return texts.length === 0 ? [] : [...texts, []];
}
