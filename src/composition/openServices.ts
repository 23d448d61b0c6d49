/** Everything that a command does is put together here, over one database. */
import type { Context } from '../application/context.js';
import type { Access } from '../application/ports/databaseAccess.js';
import type { MigratedDatabase, MigrationWatch } from '../application/ports/databaseMigration.js';
import type { TellEvent } from '../application/ports/runEvents.js';
import type { Services } from '../commands/command.js';
import type { OpenedDatabase } from '../commands/databaseOpener.js';
import type { WriteFile } from '../files/outsideFiles.js';
import type { Language } from '../language/text.js';
import type { Host } from './host.js';
import { atWork, outputFiles } from './ownFiles.js';

export type OpenServices = Services & OpenedDatabase;

interface Opening {
  readonly writeFile: WriteFile;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly tell?: TellEvent;
}

export async function openServices(
  target: string,
  access: Access,
  { writeFile, language, signal, tell }: Opening,
  host: Host,
): Promise<OpenServices> {
  const [
    { originOf },
    { openStore },
    { createUseCases },
    { createDefinitions },
    { createRunFiles },
    { runFileTexts },
    { createImportFiles },
    { createDefinitionText },
    { hashPassword },
    { keepYoungHeapSmall },
  ] = await Promise.all([
    import('../commands/line/processEnvironment.js'),
    import('../store/openStore.js'),
    import('../application/createUseCases.js'),
    import('../application/definitions.js'),
    import('../application/runFiles.js'),
    import('../presentation/runFileTexts.js'),
    import('../files/importFiles.js'),
    import('../files/definitions/definitionText.js'),
    import('../system/hashPassword.js'),
    import('../system/keepHeapSmall.js'),
  ]);
  const store = await openStore(target, access, signal);
  keepYoungHeapSmall();
  const { operator, files: outside } = await atWork(host);
  const files = createImportFiles({ stdin: host.process.stdin, ...(outside && { readAs: outside.read }) });
  const context: Context = {
    ...store,
    files,
    hashPassword,
    now: () => new Date(),
    operator: { ...operator, databaseLogin: store.databaseLogin },
    origin: originOf(host.process.env),
    ...(tell && { tell }),
  };
  const close = async (): Promise<void> => {
    await files.close();
    await store.close();
  };
  const useCases = createUseCases(context);
  return {
    useCases,
    definitions: createDefinitions(context, store.definitions, createDefinitionText()),
    runFiles: createRunFiles(useCases, () => outputFiles(writeFile), runFileTexts(language)),
    made: store.made,
    close,
  };
}

export async function migrateRecorded(target: string, watch: MigrationWatch, host: Host): Promise<MigratedDatabase> {
  const [{ originOf }, { migrateDatabase }, { recordingOf }, { operator }] = await Promise.all([
    import('../commands/line/processEnvironment.js'),
    import('../store/migrateDatabase.js'),
    import('../application/attempt.js'),
    atWork(host),
  ]);
  const who = { operator: { ...operator, databaseLogin: null }, origin: originOf(host.process.env), now: watch.now };
  return migrateDatabase(target, { ...watch, record: recordingOf(who, 'db.migrate') });
}
