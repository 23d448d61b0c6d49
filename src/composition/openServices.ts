/** Everything that a command does is put together here, over one database. */
import type { Context } from '../application/context.js';
import { createUseCases } from '../application/createUseCases.js';
import { createDefinitions } from '../application/definitions.js';
import type { Access } from '../application/ports/databaseAccess.js';
import type { TellEvent } from '../application/ports/runEvents.js';
import { createRunFiles } from '../application/runFiles.js';
import type { Services } from '../commands/command.js';
import type { OpenedDatabase } from '../commands/databaseOpener.js';
import { originOf } from '../commands/line/processEnvironment.js';
import { createDefinitionText } from '../files/definitions/definitionText.js';
import type { WriteFile } from '../files/outsideFiles.js';
import type { Language } from '../language/text.js';
import { runFileTexts } from '../presentation/runFileTexts.js';
import { openStore } from '../store/openStore.js';
import { hashPassword } from '../system/hashPassword.js';
import { keepYoungHeapSmall } from '../system/keepHeapSmall.js';
import type { Host } from './host.js';
import { lateImportFiles } from './lateImportFiles.js';
import { lateLive } from './lateLive.js';
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
  const store = await openStore(target, access, signal);
  keepYoungHeapSmall();
  const { operator, files: outside } = await atWork(host);
  const files = lateImportFiles({ stdin: host.process.stdin, ...(outside && { readAs: outside.read }) });
  const { env, platform } = host.process;
  const live = lateLive({ env, platform, readAs: outside?.read });
  const context: Context = {
    ...store,
    files,
    live,
    connections: live,
    hashPassword,
    now: () => new Date(),
    operator: { ...operator, databaseLogin: store.databaseLogin },
    origin: originOf(host.process.env),
    program: host.version,
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
