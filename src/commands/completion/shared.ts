/** What is made of the commands when the program is built (`config/share.js`), by its path in `dist/share/`. */
import { LANGUAGES, type Language } from '../../language/text.js';
import { manualPage, type ManualFacts } from '../manual/manualPage.js';
import { COMMANDS } from '../program.js';
import { makeTable } from './makeTable.js';
import { SCRIPT_OF } from './shells.js';

/** The scripts of the shells, under the names by which shells look for them. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  'completions/instroom.bash': SCRIPT_OF.bash,
  'completions/_instroom': SCRIPT_OF.zsh,
  'completions/instroom.fish': SCRIPT_OF.fish,
};

/** Where systems look for a manual page in each language. */
const MANUAL_PAGES: Readonly<Record<Language, string>> = {
  en: 'man/man1/instroom.1',
  nl: 'man/nl/man1/instroom.1',
};

export function madeOfCommands(facts: ManualFacts): Record<string, string> {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => [
      [`commands.${language}.json`, `${JSON.stringify(makeTable(COMMANDS, language))}\n`],
      [MANUAL_PAGES[language], manualPage(COMMANDS, language, facts)],
    ]),
  );
}
