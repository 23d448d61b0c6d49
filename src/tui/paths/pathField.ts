/** A path that is typed with completion, or picked from its folder: what several steps ask. Pure. */
import { pastedPaths } from '../../domain/pastedPath.js';
import type { FolderEntry } from '../../application/ports/folders.js';
import type { Cursor } from '../shell/list.js';
import { fieldWith, type TextField } from '../shell/textField.js';

export interface PathField extends Cursor {
  readonly field: TextField;
  /** The folder that is listed, and what it holds; null while that is looked up or cannot be. */
  readonly folder: string;
  readonly entries: readonly FolderEntry[] | null;
  /** The list is walked through rather than the path typed. */
  readonly browsing: boolean;
}

export function pathField(path: string): PathField {
  return { cursor: 0, top: 0, field: fieldWith(path), folder: folderOf(path), entries: null, browsing: false };
}

/** The folder of a path as it is typed; `''` for the working folder. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What a spreadsheet program leaves beside a file while it has it open: Excel, LibreOffice. */
const isLock = (name: string): boolean => name.startsWith('~$') || (name.startsWith('.~lock.') && name.endsWith('#'));

/** The entries that go on as the path was begun, or as it was before it was pasted: folders first; hidden ones only when a dot was typed. */
export function matchingEntries({ field, entries }: PathField): readonly FolderEntry[] {
  const beginnings = [field.text, ...pastedPaths(field.text)].map((path) => nameOf(path).toLowerCase());
  const [matching = []] = beginnings
    .map((begun) =>
      (entries ?? []).filter(
        ({ name }) =>
          name.toLowerCase().startsWith(begun) && (begun.startsWith('.') || !name.startsWith('.')) && !isLock(name),
      ),
    )
    .filter((found) => found.length > 0);
  const byName = (a: FolderEntry, b: FolderEntry): number =>
    Number(b.folder) - Number(a.folder) || a.name.localeCompare(b.name);
  return matching.toSorted(byName);
}

/** The entry that was meant: the one at the cursor, or the one that was typed. */
export function chosenEntry(path: PathField): FolderEntry | undefined {
  const matching = matchingEntries(path);
  if (path.browsing) return matching[path.cursor];
  const names = [path.field.text, ...pastedPaths(path.field.text)].map(nameOf);
  return names.flatMap((name) => matching.find((entry) => entry.name === name) ?? [])[0];
}
