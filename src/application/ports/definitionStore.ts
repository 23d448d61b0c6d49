/** Import definitions by name, as readable text. */
import type { Recording } from './auditLog.js';

export interface StoredDefinition {
  readonly name: string;
  /** The definition as text, as it is exported. */
  readonly content: string;
  /** When it was last used or saved, ISO 8601. */
  readonly usedAt: string;
}

export interface DefinitionStore {
  /** Names compare without regard to case; a definition of the same name is replaced. */
  save(name: string, content: string, at: string, record?: Recording): Promise<void>;
  /** Undefined when there is none of that name. */
  find(name: string): Promise<StoredDefinition | undefined>;
  /** The last used first. */
  list(): Promise<readonly StoredDefinition[]>;
  used(name: string, at: string): Promise<void>;
  /** Whether there was one. */
  delete(name: string, record?: Recording): Promise<boolean>;
}
