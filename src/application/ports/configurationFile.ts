/** A file of settings as it was found: whom it is believed from is judged by whoever reads it. */
import type { TextRef } from '../../language/index.js';

export interface ConfigurationEntry {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Every plain value as it was written; undefined for what is neither a text nor a list of texts. */
  readonly value: string | readonly string[] | undefined;
}

export type ConfigurationFile =
  | { readonly kind: 'absent' }
  /** Somebody else can have written it, or it cannot be read. */
  | { readonly kind: 'distrusted'; readonly why: TextRef }
  | { readonly kind: 'read'; readonly entries: readonly ConfigurationEntry[] };

/**
 * Reads one that belongs to root or to the reader, and that nobody else can write; throws `UserError` with the line of
 * what cannot be read in it.
 */
export type ReadConfigurationFile = (path: string) => Promise<ConfigurationFile>;
