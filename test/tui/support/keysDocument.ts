/** docs/keys.md, made of the list of keys. */
import type { Place } from '../../../src/tui/keymap/actions.js';
import { BINDINGS } from '../../../src/tui/keymap/bindings.js';
import { keyName } from '../../../src/tui/keymap/keymap.js';

const CHAPTERS: readonly (readonly [title: string, places: readonly Place[]])[] = [
  ['Everywhere', ['everywhere']],
  ['In a list', ['list']],
  ['While typing', ['typing', 'prompt']],
  ['Choosing the type', ['type']],
  ['The environment', ['environment']],
  ['The path of the file', ['path']],
  ['How the file is read', ['fileOptions']],
  ['The mapping', ['map']],
  ['Picking from a list', ['picking']],
  ['The preview', ['preview']],
  ['All of a row', ['details']],
  ['What came out otherwise', ['differences']],
  ['Review, one by one', ['review']],
  ['Confirming', ['confirm', 'untyped']],
  ['Waiting for approval', ['approval']],
  ['While it is applied', ['progress']],
  ['The result', ['result']],
  ['The history', ['history']],
  ['Drift between environments', ['drift']],
  ['A question', ['question']],
  ['Help', ['help']],
  ['While something is worked on', ['waiting']],
];

export function keysDocument(): string {
  const chapters = CHAPTERS.map(([title, places]) => {
    const rows = BINDINGS.filter((binding) => binding.places.some((place) => places.includes(place))).map(
      ({ keys, label, needs = [] }) => {
        const names = keys.map((key) => `\`${keyName(key, 'en', true)}\``).join(' ');
        const condition = needs.map(({ otherwise }) => otherwise.en).join(' ');
        return `| ${names} | ${label.en} | ${label.nl} | ${condition} |`;
      },
    );
    return [`## ${title}`, '', '| keys | English | Dutch | does nothing when |', '|---|---|---|---|', ...rows].join(
      '\n',
    );
  });
  return `${['# The keys of the wizard', 'Made from `src/tui/keymap/bindings.ts`, which the wizard’s own footer and `?` are made from too (`UPDATE=1 npm run vitest -- run test/tui/keymap` writes this page anew). The same key means the same everywhere.', ...chapters].join('\n\n')}\n`;
}
