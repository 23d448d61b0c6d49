/** Which settings hold: the files of settings, and whose they are. */
import { UserError } from '../application/userError.js';
import type { Configuration } from '../commands/line/configuration.js';
import type { Host } from './host.js';
import { ownDatabase } from './ownFiles.js';

const SETTINGS_FILE = 'instroom.yaml';

/** What the user's own file of settings says; throws where commands are refused because of it. */
export async function ownSettings(host: Host): Promise<ReadonlyMap<string, string>> {
  const [{ readConfigurationFile }, { configurationFolder }, { default: path }] = await Promise.all([
    import('../files/configuration/readConfigurationFile.js'),
    import('../system/configurationFolder.js'),
    import('node:path'),
  ]);
  const file = path.join(configurationFolder(host.process.env), SETTINGS_FILE);
  const found = await readConfigurationFile(file, host.process.getuid?.());
  if (found.kind === 'distrusted') throw UserError.of('wrongUse', found.why);
  const entries = found.kind === 'read' ? found.entries : [];
  return new Map(entries.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** The files of settings, and whose they are; the one beside the database follows from where that is. */
export async function configure(host: Host): Promise<Configuration> {
  const [
    { readConfiguration },
    { readConfigurationFile },
    { configurationFolder },
    { databaseFile },
    { default: path },
  ] = await Promise.all([
    import('../commands/line/configuration.js'),
    import('../files/configuration/readConfigurationFile.js'),
    import('../system/configurationFolder.js'),
    import('../store/connection/address.js'),
    import('node:path'),
  ]);
  const reader = host.process.getuid?.();
  return readConfiguration(host.words, host.process.env, {
    own: path.join(configurationFolder(host.process.env), SETTINGS_FILE),
    database: await ownDatabase('read'),
    beside: (database) => {
      // Where users cannot be told apart, neither can what they left there.
      const file = reader === undefined ? undefined : databaseFile(database);
      return file && path.join(path.dirname(file), SETTINGS_FILE);
    },
    read: (file) => readConfigurationFile(file, reader),
  });
}
