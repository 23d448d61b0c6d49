/** A command, from the settings that hold to the status that it ends with. */
import { STDOUT } from '../application/ports/outputFiles.js';
import { answerStream } from '../commands/answers/answerStream.js';
import { Printer } from '../commands/answers/printer.js';
import type { CommandContext } from '../commands/command.js';
import { DatabaseOpener } from '../commands/databaseOpener.js';
import * as facts from '../commands/line/processEnvironment.js';
import type { Configuration } from '../commands/line/configuration.js';
import { openOrMigrate } from '../commands/openDatabase.js';
import { runProgram } from '../commands/program.js';
import type { WriteFile } from '../files/outsideFiles.js';
import { proposeForDatabase, sayIn, translateRef } from '../language/index.js';
import { configure } from './configure.js';
import type { Host } from './host.js';
import { openHook, toldWhenClosed } from './openHook.js';
import type { OpenServices } from './openServices.js';
import { atWork, fileWriter, outputFiles, ownDatabase } from './ownFiles.js';
import { asFarAsKnown, tellFailure, type Manner } from './tellFailure.js';

/** How long an interrupted program waits for its database, in milliseconds. */
const CLOSING_MS = 1000;

/** Does what was typed, and leaves the status of the process; `signal` ends it. */
export async function startCommand(host: Host, signal: AbortSignal): Promise<void> {
  let manner = asFarAsKnown(host);
  try {
    const configuration = await configure(host);
    const { settings } = configuration;
    manner = { language: facts.languageOf(settings, host.process.env), json: settings.isOn('json') };
    await runWords(configuration, manner, host, signal);
  } catch (error) {
    tellFailure(error, manner, host);
  }
}

async function runWords(configuration: Configuration, manner: Manner, host: Host, signal: AbortSignal): Promise<void> {
  const { words, root, version } = host;
  const { settings } = configuration;
  const { language, json } = manner;
  // What libraries have to say of themselves is not for who runs a command.
  host.process.removeAllListeners('warning');
  proposeForDatabase(settings.typedText('db'));
  const colour = facts.wantsColour(settings, host.process.env);
  const streams = { stdout: answerStream(host.process.stdout), stderr: host.process.stderr };
  const printer = new Printer(streams, {
    colour,
    json,
    quiet: settings.isOn('quiet'),
    unicode: facts.speaksUnicode(host.process.env),
    progressJson: settings.text('progress') === 'json',
    signal,
  });
  const interactive = host.process.stdin.isTTY && host.process.stdout.isTTY && !json && !settings.isOn('yes');
  host.process.on('uncaughtException', (error) => tellFailure(error, manner, host));
  const hook = await openHook(configuration, language, host, signal);
  const database = new DatabaseOpener({
    named: settings.text('db'),
    own: ownDatabase,
    open: async (target, access) => {
      // What is done in the demo is nobody's news.
      const tell = target === configuration.database ? hook?.tell : undefined;
      const opening = { writeFile, language, signal, ...(tell && { tell }) };
      const { openServices } = await import('./openServices.js');
      return toldWhenClosed(access, tell, host, openServices(target, access, opening, host));
    },
  });
  const writeFile: WriteFile = async (target, write) =>
    target.path === STDOUT ? printer.writeFile(target, write) : (await fileWriter(host))(target, write);
  const context: CommandContext = {
    language,
    notice: (...spans) => printer.note(spans, { kept: true }),
    remark: (told, { tone = 'plain', kept = false } = {}) =>
      printer.note([[translateRef(language, told), tone]], { code: told.key, kept }),
    print: (answer) => printer.print(answer),
    hookEnded: async () => {
      for (const failure of (await hook?.ended()) ?? []) context.remark(failure, { tone: 'warning', kept: true });
    },
    progress: (step) => printer.progress(step),
    interactive,
    ...(host.process.stdout.isTTY && { columns: host.process.stdout.columns }),
    ask: async (question) => (await import('../commands/line/askLine.js')).askLine(question, host.process, signal),
    ...(host.process.stdin.isTTY &&
      host.process.stderr.isTTY &&
      !json && {
        askSecret: async (question) =>
          (await import('../commands/line/askLine.js')).askSecret(question, host.process, signal),
      }),
    signal,
    version,
    versions: async () => ({
      ...(await (await import('../store/versions.js')).storeVersions()),
      node: host.process.versions.node,
    }),
    configuration,
    root,
    now: () => new Date(),
    say: sayIn(language),
    services: async (access = 'change') => {
      const open = (): Promise<OpenServices> => database.open(access);
      const services = await (access === 'inspect' ? open() : openOrMigrate(open, context));
      const made = database.takeMade();
      if (made !== undefined) context.remark({ key: 'db.made', params: { path: made } });
      return services;
    },
    migrateDatabase: async (watch) =>
      (await import('./migrateRecorded.js')).migrateRecorded(await database.target('change'), watch, host),
    outputFiles: () => outputFiles(writeFile),
    useDatabase: (target) => database.use(target),
    // On the wizard's screen nothing else is written, and nothing is asked.
    wizard: (request) =>
      openOrMigrate(async () => {
        const { openWizard } = await import('./openWizard.js');
        return openWizard(request, { ...context, services: () => database.open('make') }, colour, host);
      }, context),
    readText: async (path) =>
      (await import('../commands/textFiles.js')).readWholeText(
        path,
        host.process.stdin,
        (await atWork(host)).files?.read,
      ),
    writeText: async (target, parts) => {
      const [{ writeParts }, { writtenPath }] = await Promise.all([
        import('../commands/textFiles.js'),
        import('../files/writers/writtenPath.js'),
      ]);
      await writeFile(target, (stream) => writeParts(stream, parts));
      return writtenPath(target);
    },
    copyDatabase: async (...given) => (await import('../store/copy/copyDatabase.js')).copyDatabase(...given),
    readDirectory: async (name, text) => (await import('../files/directoryFile.js')).readDirectoryFile(name, text),
    readDirectoryList: async (request) =>
      (await import('../files/directory/directoryList.js')).readDirectoryList(request, host.process.stdin),
    schemas: { directory: async () => (await import('../files/directory/directorySchema.js')).directorySchema() },
  };
  const status = await runProgram(words, context, printer);
  // A long question to the database that nobody waits for any more has to end nowhere.
  await (signal.aborted ? Promise.race([database.close(), wait(CLOSING_MS)]) : database.close());
  host.process.exitCode = status;
  // The wizard's terminal, or a standard input that never ends, would keep the program alive.
  if (interactive || signal.aborted) host.process.exit(status);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
