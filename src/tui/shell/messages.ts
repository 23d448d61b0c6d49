/** Texts that the state refers to by key, so that it knows no language. */
import type { AnyText, FillingOf, TextRef } from '../../presentation/theme.js';

export type NoticeTone = 'good' | 'plain' | 'warning' | 'danger';

/** One thing that is told below the screen, until the next key. */
export interface Notice extends TextRef {
  readonly tone: NoticeTone;
  /** Further lines of a use case that stopped. */
  readonly details: readonly TextRef[];
}

export function notice<Key extends AnyText>(tone: NoticeTone, key: Key, ...[params = {}]: FillingOf<Key>): Notice {
  return { tone, key, params, details: [] };
}

/** Tells a text that was chosen elsewhere, as that of an error is. */
export function noticeOf(
  tone: NoticeTone,
  { key, params, details = [] }: TextRef & { readonly details?: readonly TextRef[] },
): Notice {
  return { tone, key, params, details };
}

export function textRef<Key extends AnyText>(key: Key, ...[params = {}]: FillingOf<Key>): TextRef {
  return { key, params };
}
