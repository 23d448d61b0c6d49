/** The shells of the databases, which may not be installed. */
import { spawnSync } from 'node:child_process';

export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** How psql is told of a file of the bench. */
export const LOAD_OPTIONS = "with (format csv, delimiter ';', header)";
