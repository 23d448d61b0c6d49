/** Which settings hold: the files of settings, and whose they are. */
import { dirname } from 'node:path';
import { readConfiguration, type Configuration } from '../commands/line/configuration.js';
import { readConfigurationFile } from '../files/configuration/readConfigurationFile.js';
import { databaseFile } from '../store/connection/address.js';
import type { Host } from './host.js';
import { ownDatabase } from './ownFiles.js';
import { ownSettingsFile, settingsFileIn } from './ownSettings.js';

/** The files of settings, and whose they are; the one beside the database follows from where that is. */
export async function configure(host: Host): Promise<Configuration> {
  const reader = host.process.getuid?.();
  return readConfiguration(host.words, host.process.env, {
    own: ownSettingsFile(host),
    database: await ownDatabase('read'),
    beside: (database) => {
      // Where users cannot be told apart, neither can what they left there.
      const file = reader === undefined ? undefined : databaseFile(database);
      return file && settingsFileIn(dirname(file));
    },
    read: (file) => readConfigurationFile(file, reader),
  });
}
