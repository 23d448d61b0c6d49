/** Moving everything to another database (docs/cli.md, *The database*). Implemented in `src/store`. */

export interface CopyProgress {
  /** The table that is being copied or verified. */
  readonly table: string;
  /** Rows copied, of all tables together. */
  readonly done: number;
  readonly total: number;
}

export interface CopyWatch {
  readonly onProgress?: (progress: CopyProgress) => void;
  /** Aborting leaves the target as it was, and throws `UserError` of kind `interrupted`. */
  readonly signal?: AbortSignal;
}

export interface CopiedDatabase {
  /** What a person calls them: a path, or user, host, port and database; never a password. */
  readonly from: string;
  readonly to: string;
  /** Every table with its rows; each was read back from the target, and is the same. */
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
}

/** Copies all there is, or nothing: the target has to be empty. Both are a path or a `postgres://` URL. */
export type CopyDatabase = (from: string, to: string, watch?: CopyWatch) => Promise<CopiedDatabase>;
