/** docs/keys.md, made of the keys of every step and of what lies over them. */
import { EVERYWHERE, listKeys, WAITING } from '../../../src/tui/keys/commonKeys.js';
import { keyName } from '../../../src/tui/keys/keyName.js';
import { OVERLAY_GROUPS } from '../../../src/tui/keys/overlayKeys.js';
import type { KeyGroup } from '../../../src/tui/shell/wizard.js';
import { STEPS } from '../../../src/tui/steps/index.js';

const nothing = (): Record<string, never> => ({});

/** Everything that listens to keys, with its heading. */
export function keyGroups(steps = STEPS): readonly KeyGroup[] {
  return [
    { title: 'Everywhere', bindings: EVERYWHERE },
    { title: 'In a list', bindings: listKeys(nothing) },
    ...steps.flatMap(({ keys }) => keys),
    ...Object.values(OVERLAY_GROUPS),
    { title: 'While something is worked on', bindings: WAITING },
  ];
}

export function keysDocument(steps = STEPS): string {
  const chapters = keyGroups(steps).map(({ title, bindings }) => {
    const rows = bindings.map(({ keys, label, disabled = [] }) => {
      const names = keys.map((key) => `\`${keyName(key, 'en', true)}\``).join(' ');
      const condition = disabled.map(({ reason }) => reason.en).join(' ');
      return `| ${names} | ${label.en} | ${label.nl} | ${condition} |`;
    });
    return [`## ${title}`, '', '| keys | English | Dutch | does nothing when |', '|---|---|---|---|', ...rows].join(
      '\n',
    );
  });
  return `${['# The keys of the wizard', 'Made from the keys of each step (`src/tui/steps/`), which the wizard’s own footer and `?` are made from too (`UPDATE=1 npm run vitest -- run test/tui/keymap` writes this page anew). The same key means the same everywhere.', ...chapters].join('\n\n')}\n`;
}
