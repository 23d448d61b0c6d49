/** What a shell asks at every press of Tab: answered without what a command needs. */
import { readFile } from 'node:fs/promises';
import type { CommandTable } from '../commands/completion/commandTable.js';
import { complete } from '../commands/completion/complete.js';
import type { Language } from '../language/text.js';
import type { Host } from './host.js';
import { ownDatabase } from './ownFiles.js';
import { ownSettings } from './ownSettings.js';

/** A shell that has gone wants no answer. */
export async function completeLine(host: Host): Promise<void> {
  const lines = await complete(host.words.slice(1), {
    environment: host.process.env,
    table: (language) => commandTable(language, host),
    settings: () => ownSettings(host),
    ownDatabase: () => ownDatabase('inspect'),
    open: async (target) => (await import('../store/completion/completionValues.js')).openCompletionValues(target),
    now: () => new Date(),
  });
  host.process.stdout.on('error', () => host.process.exit());
  // A server that does not answer would keep the program alive.
  host.process.stdout.write(lines, () => host.process.exit());
}

/** As it was made with the program; without that, of the commands themselves. */
async function commandTable(of: Language, host: Host): Promise<CommandTable> {
  const made = await readFile(new URL(`dist/share/commands.${of}.json`, host.root), 'utf8').catch(() => undefined);
  if (made !== undefined) return JSON.parse(made) as CommandTable;
  const [{ makeTable }, { COMMANDS }] = await Promise.all([
    import('../commands/completion/makeTable.js'),
    import('../commands/program.js'),
  ]);
  return makeTable(COMMANDS, of);
}
