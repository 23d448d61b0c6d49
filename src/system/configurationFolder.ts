/** Whose settings count: those of the user that the program runs as. */
import { platform, userInfo } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';

/**
 * The folder of the user's own file of settings. Behind `sudo` the surroundings may still be those of the person behind
 * it, whose hook must not run with somebody else's rights: there the system's own list says where home is.
 */
export function configurationFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (environment['SUDO_UID'] === undefined) return envPaths('instroom', { suffix: '' }).config;
  const { homedir } = userInfo();
  return platform() === 'darwin'
    ? join(homedir, 'Library', 'Preferences', 'instroom')
    : join(homedir, '.config', 'instroom');
}
