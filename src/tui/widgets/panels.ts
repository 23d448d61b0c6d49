/** What lies over a screen: every key, and a list to pick from. Pure. */
import { helpKeys, type Listening } from '../keymap/keymap.js';
import { say, sayRef, type Look } from '../look.js';
import { cell, GAP, type Line } from '../paint.js';
import type { HelpOverlay, PickOverlay } from '../state/wizardState.js';
import { widthOf } from '../table/fit.js';
import { around, type View } from '../view.js';

/** The keys of the screen below: what does not work now is dimmed. */
export function helpPanel(overlay: HelpOverlay, below: Listening, { look, columns, height }: View): readonly Line[] {
  const keys = helpKeys(below, look.language, look.unicode);
  const keyWidth = Math.max(...keys.map(({ key }) => widthOf(key)));
  const cells = keys.map(({ key, label, works }) => ({ key: cell(key, keyWidth, look), label, works }));
  const labelWidth = Math.max(...keys.map(({ label }) => widthOf(label)));
  const across = Math.max(1, Math.floor((columns + GAP.length) / (keyWidth + labelWidth + 2 * GAP.length)));
  const down = Math.ceil(cells.length / across);
  const lines = Array.from({ length: down }, (_, line): Line =>
    Array.from({ length: across }, (_column, column) => cells[column * down + line]).flatMap((shown) =>
      shown
        ? [
            [shown.key, shown.works ? ('strong' as const) : ('dim' as const)] as const,
            GAP,
            [cell(shown.label, labelWidth, look), shown.works ? ('plain' as const) : ('dim' as const)] as const,
            GAP,
          ]
        : [],
    ),
  );
  const top = Math.min(overlay.top, Math.max(0, lines.length - (height - 2)));
  return [[[say(look, 'wizard.help'), 'strong']], [], ...lines.slice(top, top + height - 2)];
}

export function pickPanel(overlay: PickOverlay, view: View): readonly Line[] {
  const { look, columns, height } = view;
  const labels = overlay.options.map(({ label }) => optionLabel(label, look));
  const width = Math.min(40, Math.max(...labels.map(widthOf)));
  const lines = overlay.options.map(({ hint }, index): Line => {
    const here = index === overlay.cursor;
    return [
      here ? `${look.glyphs.cursor} ` : GAP,
      [cell(labels[index] ?? '', width, look), here ? 'here' : 'plain'],
      GAP,
      [cell(hint, Math.max(0, columns - width - 6), look).trimEnd(), 'dim'],
    ];
  });
  return [[[title(overlay, look), 'strong']], [], ...around(lines, overlay.cursor, height - 2)];
}

function title({ title: { key, params } }: PickOverlay, look: Look): string {
  return sayRef(look, { key, params: { ...params, field: String(params[look.language] ?? '') } });
}

function optionLabel(label: PickOverlay['options'][number]['label'], look: Look): string {
  return typeof label === 'string' ? label : sayRef(look, label);
}
