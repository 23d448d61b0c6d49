/** Reads a list of persons, groups or users from a table, with the same readers as import files. */
import type { ListRequest, ReadList } from '../../application/ports/directoryLists.js';
import { DirectoryFaults } from '../../application/ports/directoryFaults.js';
import { createImportFiles } from '../importFiles.js';
import { checkShape } from './checkShape.js';
import { columnsOfList } from './listColumns.js';
import { ListThings } from './listThings.js';

const ROWS_AT_ONCE = 1000;

/** Throws `UnreadableFile` for a file that cannot be read or whose columns are not known; see `checkShape` as well. */
export async function readDirectoryList(request: ListRequest, stdin: NodeJS.ReadableStream): Promise<ReadList> {
  const files = createImportFiles({ stdin });
  try {
    const file = await files.inspect(request.path, request.file, 'user');
    const columns = columnsOfList(file, request);
    const faults: DirectoryFaults = new DirectoryFaults(file.name, (list, at, field) =>
      things.placeOf(list, at, field),
    );
    const things = new ListThings(request.as, request.environment, columns, faults);
    for await (const rows of files.read(file, ROWS_AT_ONCE).chunks) for (const row of rows) things.add(row);
    return { directory: checkShape(things.directory(), faults), faults, remarks: file.remarks };
  } finally {
    await files.close();
  }
}
