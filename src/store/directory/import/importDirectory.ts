/** Adds a directory to the one that is there: all of it, or nothing with all the reasons. */
import { UserError } from '../../../application/userError.js';
import type { GivenDirectory } from '../../../application/directoryJson.js';
import { DirectoryFaults } from '../../../application/ports/directoryFaults.js';
import type { DirectoryImport, ImportedCounts } from '../../../application/ports/directoryStore.js';
import { recordDone } from '../../audit/auditLog.js';
import type { Connection } from '../../connection/connection.js';
import { lockDirectory, transact } from '../../transaction.js';
import { activeBefore, refuseBeyond } from './activeBefore.js';
import { importEnvironments } from './importEnvironments.js';
import { GROUPS, importNamed, PERSONS } from './importNamed.js';
import { importUsers } from './importUsers.js';
import { ImportInProgress } from './inProgress.js';
import { protectedBefore } from './protectedBefore.js';
import { judgeUpns } from './judgeUpns.js';

/** Ends the transaction of an import that was tried only. */
class Tried extends Error {
  constructor(readonly counts: ImportedCounts) {
    super('dry run');
  }
}

export async function importDirectory(
  connection: Connection,
  directory: GivenDirectory,
  { faults = new DirectoryFaults(), dryRun = false, at = new Date(), record, signal }: DirectoryImport = {},
): Promise<ImportedCounts> {
  const goOn = (): void => {
    if (signal?.aborted) throw new UserError('interrupted', 'directory.interrupted');
  };
  try {
    return await transact(connection, async (inside) => {
      goOn();
      await lockDirectory(inside);
      const before = await activeBefore(inside);
      const work = new ImportInProgress(inside, faults, goOn, at, await protectedBefore(inside));
      const counts = await write(work, directory);
      faults.throwIfAny();
      await refuseBeyond(inside, before);
      goOn();
      if (dryRun) throw new Tried(counts);
      await recordDone(inside, record, { new: { ...counts } });
      return counts;
    });
  } catch (error) {
    if (error instanceof Tried) return error.counts;
    throw error;
  }
}

async function write(
  work: ImportInProgress,
  { environments = [], persons = [], groups = [], users = [] }: GivenDirectory,
): Promise<ImportedCounts> {
  const counts = {
    environments: await importEnvironments(work, environments),
    persons: await importNamed(work, PERSONS, persons),
    groups: await importNamed(work, GROUPS, groups),
    users: await importUsers(work, users),
  };
  await judgeUpns(work);
  return counts;
}
