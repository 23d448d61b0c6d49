/** Lists of persons, groups and users that are read from a file: chosen, tried, and read. */
import type { TableList } from '../../../application/ports/directoryLists.js';
import type { ImportedCounts } from '../../../application/ports/directoryStore.js';
import type { TextRef } from '../../../presentation/theme.js';
import type { PathField } from '../../paths/pathField.js';

/** What is read: a whole directory (JSON), or a list (a table) of an environment. */
export type ListSource =
  | { readonly as: 'directory'; readonly path: string }
  | { readonly as: TableList; readonly path: string; readonly environment: string; readonly ignore: readonly string[] };

/** What came of trying it: what it would be, or all that does not fit. */
export type Tried =
  | {
      readonly kind: 'counts';
      readonly source: ListSource;
      readonly counts: ImportedCounts;
      readonly remarks: readonly TextRef[];
    }
  | { readonly kind: 'faults'; readonly source: ListSource; readonly faults: readonly TextRef[]; readonly top: number };

/** Columns that no field of the list is known for: the list can be read without them. */
export function unknownColumns({ tried }: ListsStep): readonly string[] {
  if (tried?.kind !== 'faults' || tried.source.as === 'directory') return [];
  return tried.faults.flatMap(({ key, params }) =>
    key === 'directory.listColumnUnknown' ? [String(params['name'])] : [],
  );
}

export interface ListsStep extends PathField {
  readonly at: 'lists';
  /** Null while the file is chosen. */
  readonly tried: Tried | null;
}
