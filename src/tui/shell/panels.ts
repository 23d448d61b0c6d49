/** What lies over a step: every key, a list to pick from, what came out otherwise. Pure. */
import { helpKeys } from '../keys/boundKeys.js';
import { say, sayRef, type Theme } from '../../presentation/theme.js';
import { cell, GAP, type Line, type Span } from '../../presentation/lines.js';
import { differencesPanel } from './differencesPanel.js';
import { optionLabel, optionsShown } from './pick.js';
import type { HelpOverlay, Overlay, PickOverlay, Wizard } from './wizard.js';
import { widthOf } from '../../presentation/textWidth.js';
import { around, type View } from '../view.js';

/** What lies over the step and hides it; a question and a line to type stand below it. */
export function overlayLines(overlay: Overlay, wizard: Wizard, view: View): readonly Line[] | null {
  switch (overlay.kind) {
    case 'help':
      return helpPanel(overlay, { ...wizard, overlay: null }, view);
    case 'pick':
      return pickPanel(overlay, view);
    case 'differences':
      return differencesPanel(overlay, view);
    case 'question':
    case 'prompt':
      return null;
  }
}

/** The keys of the screen below: what does not work now is dimmed. */
export function helpPanel(overlay: HelpOverlay, below: Wizard, { theme, columns, height }: View): readonly Line[] {
  const keys = helpKeys(below, theme.unicode);
  const keyWidth = Math.max(...keys.map(({ key }) => widthOf(key)));
  const across = Math.max(1, Math.floor(columns / (keyWidth + LABEL_LEAST + 2 * GAP.length)));
  const labelWidth = Math.floor(columns / across) - keyWidth - 2 * GAP.length;
  const down = Math.ceil(keys.length / across);
  const lines = Array.from({ length: down }, (_, line): Line =>
    Array.from({ length: across }, (_column, column) => keys[column * down + line]).flatMap((shown): Span[] =>
      shown
        ? [
            [cell(shown.key, keyWidth, theme), shown.works ? 'strong' : 'dim'],
            GAP,
            [cell(shown.label, labelWidth, theme), shown.works ? 'plain' : 'dim'],
            GAP,
          ]
        : [],
    ),
  );
  const room = height - 2;
  const top = Math.min(overlay.top, Math.max(0, lines.length - room));
  const hidden = lines.length - top - room;
  const more: Span = hidden > 0 ? [`${GAP}${say(theme, 'wizard.help.more', { count: hidden })}`, 'warning'] : '';
  return [[[say(theme, 'wizard.help'), 'strong'], more], [], ...lines.slice(top, top + room)];
}

/** A label of which less can be seen says too little. */
const LABEL_LEAST = 20;

/** A longer label leaves room for what is told of it, and that no more than so much for the label. */
const LABEL_MOST = 40;
const HINT_MOST = 30;

function pickPanel(overlay: PickOverlay, view: View): readonly Line[] {
  const { theme, columns, height } = view;
  const shown = optionsShown(overlay, theme.language);
  const labels = shown.map((option) => optionLabel(option, theme.language));
  // What is picked is told whole before what is told of it.
  const hints = Math.min(HINT_MOST, Math.max(0, ...shown.map(({ hint }) => widthOf(hint))));
  const room = Math.max(LABEL_MOST, columns - hints - 3 * GAP.length);
  const width = Math.min(room, Math.max(1, ...labels.map(widthOf)));
  const lines = shown.map(({ hint }, index): Line => {
    const here = index === overlay.cursor;
    return [
      here ? `${theme.glyphs.cursor} ` : GAP,
      [cell(labels[index] ?? '', width, theme), here ? 'here' : 'plain'],
      GAP,
      [cell(hint, Math.max(0, columns - width - 6), theme).trimEnd(), 'dim'],
    ];
  });
  const title: Line = [[sayRef(theme, overlay.title), 'strong'], ...filterSpans(overlay, shown.length, theme)];
  return [title, [], ...around(lines, overlay.cursor, height - 2)];
}

/** What was typed, and that it is nowhere. */
function filterSpans({ filter = '' }: PickOverlay, found: number, theme: Theme): readonly Span[] {
  if (filter === '') return [];
  const none: Span = found === 0 ? [`${GAP}${say(theme, 'wizard.pick.none')}`, 'warning'] : '';
  return [[`${GAP}${say(theme, 'wizard.pick.filter')} `, 'accent'], `${filter}${theme.glyphs.caret}`, none];
}
