/** What every use case works with. */
import type { DirectoryStore } from './ports/directoryStore.js';
import type { ImportFiles } from './ports/importFiles.js';
import type { PlanStore } from './ports/planStore.js';
import type { HashPassword } from './takeSecrets.js';

export interface Context {
  readonly directory: DirectoryStore;
  readonly plans: PlanStore;
  readonly files: ImportFiles;
  readonly hashPassword: HashPassword;
  readonly now: () => Date;
  /** The operating system's login (SPEC 6: never a flag). */
  readonly operator: string;
  /** The client's address over SSH, else empty. */
  readonly origin: string;
}
