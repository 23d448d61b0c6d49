/** Lists of one kind of thing that come as a table: the other way to hand over a directory. */
import type { ReadDirectory } from './directoryFaults.js';
import type { FileOptions, FileRemark } from './importFiles.js';

export const LISTS_AS_TABLE = ['persons', 'groups', 'users'] as const;
export type TableList = (typeof LISTS_AS_TABLE)[number];

export interface ListRequest {
  /** A path, or `-` for standard input. */
  readonly path: string;
  readonly as: TableList;
  /** Code of the environment that all of them are in. */
  readonly environment: string;
  readonly file: FileOptions;
  /** Columns that are left out: by header, or `#3`. */
  readonly ignore: readonly string[];
}

export interface ReadList extends ReadDirectory {
  /** How the file was read, and what could be misread. */
  readonly remarks: readonly FileRemark[];
}
