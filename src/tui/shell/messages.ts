/** Texts that the state refers to by key, so that it knows no language. */
import type { TextParams, TextRef } from '../../language/text.js';

export type NoticeTone = 'good' | 'plain' | 'warning' | 'danger';

/** One thing that is told below the screen, until the next key. */
export interface Notice extends TextRef {
  readonly tone: NoticeTone;
  /** Further lines of a use case that stopped. */
  readonly details: readonly TextRef[];
}

export function notice(
  tone: NoticeTone,
  key: string,
  params: TextParams = {},
  details: readonly TextRef[] = [],
): Notice {
  return { tone, key, params, details };
}

export function textRef(key: string, params: TextParams = {}): TextRef {
  return { key, params };
}
