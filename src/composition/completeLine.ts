/** What a shell asks at every press of Tab: answered without what a command needs. */
import type { CommandTable } from '../commands/completion/commandTable.js';
import type { Language } from '../language/text.js';
import { ownSettings } from './configure.js';
import type { Host } from './host.js';
import { ownDatabase } from './ownFiles.js';

/** A shell that has gone wants no answer. */
export async function completeLine(host: Host): Promise<void> {
  const { complete } = await import('../commands/completion/complete.js');
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
  const { readFile } = await import('node:fs/promises');
  const made = await readFile(new URL(`dist/share/commands.${of}.json`, host.root), 'utf8').catch(() => undefined);
  if (made !== undefined) return JSON.parse(made) as CommandTable;
  const [{ makeTable }, { COMMANDS }] = await Promise.all([
    import('../commands/completion/makeTable.js'),
    import('../commands/program.js'),
  ]);
  return makeTable(COMMANDS, of);
}
