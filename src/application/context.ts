/** What every use case works with. */
import type { Operator } from '../domain/operator.js';
import type { AuditLog } from './ports/auditLog.js';
import type { DirectoryStore } from './ports/directoryStore.js';
import type { LiveConnections } from './ports/afas.js';
import type { LiveEnvironments, MirrorStore } from './ports/mirror.js';
import type { ImportFiles } from './ports/importFiles.js';
import type { PlanStore } from './ports/planStore.js';
import type { UserList } from './ports/userList.js';
import type { TellEvent } from './ports/runEvents.js';
import type { HashPassword } from './takeSecrets.js';

export interface Context {
  readonly audit: AuditLog;
  readonly directory: DirectoryStore;
  readonly plans: PlanStore;
  readonly mirror: MirrorStore;
  /** Reads live environments; absent where nothing is connected to. */
  readonly live?: LiveEnvironments;
  /** Tries connections to them; absent with the same. */
  readonly connections?: LiveConnections;
  readonly users: UserList;
  readonly files: ImportFiles;
  readonly hashPassword: HashPassword;
  readonly now: () => Date;
  /** Who is at work, by the operating system and the database: never by a flag. */
  readonly operator: Operator;
  /** The client's address over SSH, else empty. */
  readonly origin: string;
  /** The version of the program. */
  readonly program?: string;
  /** When a plan is worked out anew in part: from how many rows on, and up to which share of them. */
  readonly inPart?: { readonly from: number; readonly share: number };
  /** Whoever listens to what happens. */
  readonly tell?: TellEvent;
}
