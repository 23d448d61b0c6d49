/** Folders, for completing and browsing paths. Implemented in `src/files`. */

export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
  /** Bytes; 0 for a folder. */
  readonly size: number;
}

export interface Folders {
  /** The entries of a folder, in no particular order; throws when it cannot be read. `''` is the working folder. */
  list(folder: string): Promise<readonly FolderEntry[]>;
}
