/** The path of the file: typed with completion, or picked from its folder. */
import { pastedPaths } from '../../../domain/pastedPath.js';
import type { Cursor } from '../../shell/list.js';
import type { TextField } from '../../shell/textField.js';
import type { FolderEntry } from '../../../application/ports/folders.js';

export interface PathStep extends Cursor {
  readonly at: 'path';
  readonly field: TextField;
  /** The folder that is listed, and what it holds; null while that is looked up or cannot be. */
  readonly folder: string;
  readonly entries: readonly FolderEntry[] | null;
  /** The list is walked through rather than the path typed. */
  readonly browsing: boolean;
}

/** The folder of a path as it is typed; `''` for the working folder. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What a spreadsheet program leaves beside a file while it has it open: Excel, LibreOffice. */
const isLock = (name: string): boolean => name.startsWith('~$') || (name.startsWith('.~lock.') && name.endsWith('#'));

/** The entries that go on as the path was begun, or as it was before it was pasted: folders first; hidden ones only when a dot was typed. */
export function matchingEntries(step: PathStep): readonly FolderEntry[] {
  const beginnings = [step.field.text, ...pastedPaths(step.field.text)].map((path) => nameOf(path).toLowerCase());
  const [matching = []] = beginnings
    .map((begun) =>
      (step.entries ?? []).filter(
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
export function chosenEntry(step: PathStep): FolderEntry | undefined {
  const matching = matchingEntries(step);
  if (step.browsing) return matching[step.cursor];
  const names = [step.field.text, ...pastedPaths(step.field.text)].map(nameOf);
  return names.flatMap((name) => matching.find((entry) => entry.name === name) ?? [])[0];
}
