/** What holds for every command, wherever it is said (docs/cli.md, *Configuration*). */
import type { UserError } from '../application/userError.js';
import { faultOfVariables, GlobalSettings, type Environment } from './globalSettings.js';

export interface Configuration {
  readonly settings: GlobalSettings;
  /** What a variable or a file says and cannot be: no command is run with it. */
  readonly fault: UserError | undefined;
}

export function readConfiguration(words: readonly string[], environment: Environment): Configuration {
  return { settings: new GlobalSettings(words, environment), fault: faultOfVariables(environment) };
}
