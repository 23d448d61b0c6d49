/** What can stop a use case. Each carries the key of a text in `language/` and what fills it in. */
import type { FillingOf, TextKey, TextRef } from '../language/index.js';

export type ErrorParams = TextRef['params'];

/** How a stopped use case is told to a script (docs/cli.md, *Exit status*). */
export type UserErrorKind = 'failure' | 'wrongUse' | 'guarded' | 'stale' | 'alreadyImported' | 'busy' | 'interrupted';

/** The exit status of a script that ends so. */
export const EXIT_OF_USER_ERROR = {
  failure: 1,
  wrongUse: 2,
  guarded: 4,
  stale: 5,
  alreadyImported: 6,
  busy: 8,
  interrupted: 130,
} as const satisfies Readonly<Record<UserErrorKind, number>>;

/** A text with what fills it in, and further lines, one a thing: columns that are not settled, rows that are stale... */
export type Told = {
  [Key in TextKey]: [key: Key, ...filling: FillingOf<Key>, details?: readonly TextRef[]];
}[TextKey];

/** A person can act on this: it is told in one sentence, without a stack trace. */
export class UserError extends Error implements TextRef {
  readonly key: TextKey;
  readonly params: ErrorParams;
  readonly details: readonly TextRef[];

  constructor(
    readonly kind: UserErrorKind,
    ...[key, params = {}, details = []]: Told
  ) {
    super(key);
    this.name = 'UserError';
    this.key = key;
    this.params = params;
    this.details = details;
  }

  /** An error whose text was chosen elsewhere. */
  static of(kind: UserErrorKind, { key, params }: TextRef, details: readonly TextRef[] = []): UserError {
    return new UserError(kind, ...([key, params, details] as Told));
  }
}

/** A file that cannot be read, or holds something else than its options say. */
export class UnreadableFile extends UserError {
  constructor(...told: Told) {
    super('wrongUse', ...told);
    this.name = 'UnreadableFile';
  }
}
