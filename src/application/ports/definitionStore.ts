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
  /**
   * Names compare without regard to case. `before` is the text of the definition that is replaced, null for a new one;
   * answers whether that is still so, and does nothing where it is not.
   */
  save(definition: StoredDefinition, before: string | null, record?: Recording): Promise<boolean>;
  /** Undefined when there is none of that name. */
  find(name: string): Promise<StoredDefinition | undefined>;
  /** The last used first. */
  list(): Promise<readonly StoredDefinition[]>;
  used(name: string, at: string): Promise<void>;
  /** Whether there was one. */
  delete(name: string, record?: Recording): Promise<boolean>;
}
