/** What can stop a use case. Each carries the key of a text in `language/` and what fills it in. */

export type ErrorParams = Readonly<Record<string, string | number>>;

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

/** A person can act on this: it is told in one sentence, without a stack trace. */
export class UserError extends Error {
  constructor(
    readonly kind: UserErrorKind,
    /** Key of a text under `error.` in `language/`. */
    readonly key: string,
    readonly params: ErrorParams = {},
    /** Further lines, one a thing: columns that are not settled, rows that are stale... */
    readonly details: readonly { readonly key: string; readonly params: ErrorParams }[] = [],
  ) {
    super(key);
    this.name = 'Stop';
  }
}

/** A file that cannot be read, or holds something else than its options say. */
export class UnreadableFile extends UserError {
  constructor(
    key: string,
    params: ErrorParams,
    details: readonly { readonly key: string; readonly params: ErrorParams }[] = [],
  ) {
    super('wrongUse', key, params, details);
    this.name = 'UnreadableFile';
  }
}
