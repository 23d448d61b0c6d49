/** Reading a list: which file, then what it would do or all that does not fit. */
import type { ReactElement } from 'react';
import { DIRECTORY_LISTS } from '../../../domain/directory.js';
import { translate } from '../../../language/index.js';
import { cell, GAP, wrapLines, type Line } from '../../../presentation/lines.js';
import { count, say, sayRef, type TextRef, type Theme } from '../../../presentation/theme.js';
import { nameOf } from '../../paths/pathField.js';
import { pathLines } from '../../paths/pathLines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';
import type { ListsStep, Tried } from './state.js';

const NAME_WIDTH = 14;
const COUNT_WIDTH = 10;

export function ListsScreen({ step, view }: ScreenProps<ListsStep>): ReactElement {
  const { theme, height } = view;
  const lines =
    step.tried === null
      ? pathLines(step, say(theme, 'wizard.lists.ask'), view)
      : step.tried.kind === 'counts'
        ? countLines(step.tried, view)
        : faultLines(step.tried, view);
  return <Lines lines={lines} view={view} height={height} />;
}

function countLines(
  { source, counts, remarks }: Extract<Tried, { kind: 'counts' }>,
  { theme, columns }: View,
): readonly Line[] {
  const { language } = theme;
  const titles = (['created', 'changed', 'same'] as const).map((key) => translate(language, `count.${key}`));
  const numbers = (texts: readonly string[]): string =>
    texts.map((text) => cell(text, COUNT_WIDTH, theme, 'right')).join('');
  const rows = DIRECTORY_LISTS.flatMap((list): readonly Line[] => {
    const { created, changed, same } = counts[list];
    if (created + changed + same === 0) return [];
    const shown = [created, changed, same].map((number) => count(theme, number));
    return [[GAP, cell(translate(language, `count.${list}`), NAME_WIDTH, theme), [numbers(shown), 'strong']]];
  });
  const about =
    source.as === 'directory'
      ? say(theme, 'wizard.lists.tried', { file: nameOf(source.path) })
      : say(theme, 'wizard.lists.triedIn', { file: nameOf(source.path), environment: source.environment });
  return [
    ...wrapLines(about, columns, 'strong'),
    [],
    [GAP, cell('', NAME_WIDTH, theme), [numbers(titles), 'dim']],
    ...rows,
    [],
    ...wrapLines(say(theme, 'wizard.lists.notYet'), columns),
    ...remarks.flatMap((remark) => wrapLines(`${theme.glyphs.dot} ${sayRef(theme, remark)}`, columns, 'dim')),
  ];
}

/** A column that is not known is left out by a key here. */
function faultText(fault: TextRef, theme: Theme): string {
  if (fault.key !== 'directory.listColumnUnknown') return sayRef(theme, fault);
  return say(theme, 'wizard.lists.unknownColumn', { column: fault.params['name'] ?? '' });
}

/** The first tells what it comes to; the others can be scrolled through. */
function faultLines(
  { faults, top }: Extract<Tried, { kind: 'faults' }>,
  { theme, columns, height }: View,
): readonly Line[] {
  const [first, ...rest] = faults;
  const head = first ? wrapLines(sayRef(theme, first), columns, 'danger') : [];
  const lines = rest
    .slice(top)
    .flatMap((fault) => wrapLines(`${theme.glyphs.dot} ${faultText(fault, theme)}`, columns));
  const room = height - head.length - 2;
  const more: Line = [[`${theme.glyphs.more} ${say(theme, 'wizard.more', { count: lines.length - room })}`, 'dim']];
  return [...head, [], ...lines.slice(0, room), ...(lines.length > room ? [more] : [])];
}
