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

/** What a script needs to go on after an error; each is there where it says something. */
export interface ErrorFacts {
  /** The run that it is about, where its parameters do not name it. */
  readonly run?: number;
  /** A run that was applied all the same. */
  readonly applied?: number;
  /** What an import definition would say otherwise than the one that it takes the place of. */
  readonly differences?: readonly { readonly field: string; readonly old: unknown; readonly new: unknown }[];
  /** Columns without a field, with the field that is probably meant. */
  readonly columns?: readonly { readonly index: number; readonly header: string; readonly suggestion: string | null }[];
  /** Rows whose users, groups or persons changed since they were planned; a null row is about the whole plan. */
  readonly rows?: readonly {
    readonly row: number | null;
    readonly user: string;
    readonly reason: string;
    readonly subject: string;
  }[];
}

/** A person can act on this: it is told in one sentence, without a stack trace. */
export class UserError extends Error implements TextRef {
  readonly key: TextKey;
  readonly params: ErrorParams;
  readonly details: readonly TextRef[];
  facts: ErrorFacts = {};

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

  /** The same error, with what a script needs to go on. */
  with(facts: ErrorFacts): this {
    this.facts = { ...this.facts, ...facts };
    return this;
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
