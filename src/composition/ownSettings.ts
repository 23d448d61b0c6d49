/** What the user's own file of settings says. */
import { join } from 'node:path';
import { UserError } from '../application/userError.js';
import { readConfigurationFile } from '../files/configuration/readConfigurationFile.js';
import { configurationFolder } from '../system/configurationFolder.js';
import type { Host } from './host.js';

const SETTINGS_FILE = 'instroom.yaml';

export function ownSettingsFile(host: Host): string {
  return join(configurationFolder(host.process.env), SETTINGS_FILE);
}

/** A file of settings in the same folder as a database. */
export function settingsFileIn(folder: string): string {
  return join(folder, SETTINGS_FILE);
}

/** Throws where commands are refused because of it. */
export async function ownSettings(host: Host): Promise<ReadonlyMap<string, string>> {
  const found = await readConfigurationFile(ownSettingsFile(host), host.process.getuid?.());
  if (found.kind === 'distrusted') throw UserError.of('wrongUse', found.why);
  const entries = found.kind === 'read' ? found.entries : [];
  return new Map(entries.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value]] : [])));
}
