/** What is made of the commands when the program is built (`config/share.js`), by its path in `dist/share/`. */
import { LANGUAGES } from '../../language/text.js';
import { COMMANDS } from '../program.js';
import { makeTable } from './makeTable.js';
import { SCRIPT_OF } from './shells.js';

/** The scripts of the shells, under the names by which shells look for them. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  'completions/instroom.bash': SCRIPT_OF.bash,
  'completions/_instroom': SCRIPT_OF.zsh,
  'completions/instroom.fish': SCRIPT_OF.fish,
};

export function madeOfCommands(_version: string): Record<string, string> {
  const tables = LANGUAGES.map((language) => [
    `commands.${language}.json`,
    `${JSON.stringify(makeTable(COMMANDS, language))}\n`,
  ]);
  return Object.fromEntries(tables) as Record<string, string>;
}
