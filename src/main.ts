#!/usr/bin/env node
/**
 * The composition root: the only reader of `process`, the only place where rooms are put together.
 * Everything is loaded when it is needed, so that a script never waits for the wizard.
 */
import { UserError } from './application/userError.js';
import { STDOUT } from './application/ports/outputFiles.js';
import type { CommandContext } from './commands/command.js';
import { completeLine } from './composition/completeLine.js';
import { configure } from './composition/configure.js';
import type { Host } from './composition/host.js';
import { openHook, toldWhenClosed } from './composition/openHook.js';
import { migrateRecorded, openServices, type OpenServices } from './composition/openServices.js';
import { openWizard } from './composition/openWizard.js';
import { atWork, fileWriter, outputFiles, ownDatabase } from './composition/ownFiles.js';
import { rerunStatus } from './composition/rerun.js';
import { SIGNALS } from './composition/signals.js';
import type { WriteFile } from './files/outsideFiles.js';
import { languageOfLocale } from './language/locale.js';
import manifest from '../package.json' with { type: 'json' };

const ROOT = new URL('..', import.meta.url);
/** How long an interrupted program waits for its database, in milliseconds. */
const CLOSING_MS = 1000;
const words = process.argv.slice(2);
const host: Host = { process, words, root: ROOT };
const asksVersion = words.length === 1 && words[0] === '--version';
/** Asked by a shell at every press of Tab. */
const completes = words[0] === '__complete';
/** That of the surroundings until it is known what was asked; a version alone waits for no reader of words. */
let language = languageOfLocale(process.env);
let json = false;

if (asksVersion) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') void tellFailure(error);
  });
  process.stdout.write(`${manifest.version}\n`);
} else if (completes) await completeLine(host);
else await start().catch(tellFailure);

async function start(): Promise<void> {
  const signal = interruption();
  // Until the settings are read: who asks for JSON gets it also where they cannot be.
  json = words.some((word) => /^--json(?:=true)?$/u.test(word));
  requireWorkingDirectory();
  process.umask(0o077);
  const facts = await import('./commands/line/processEnvironment.js');
  const configuration = await configure(host);
  const { settings } = configuration;
  language = facts.languageOf(settings, process.env);
  const rerun = await rerunStatus('script', language, host);
  if (rerun !== undefined) process.exit(rerun);
  const [
    { answerStream },
    { DatabaseOpener },
    { Printer },
    { runProgram },
    { openOrMigrate },
    { proposeForDatabase, sayIn, translateRef },
  ] = await Promise.all([
    import('./commands/answers/answerStream.js'),
    import('./commands/databaseOpener.js'),
    import('./commands/answers/printer.js'),
    import('./commands/program.js'),
    import('./commands/openDatabase.js'),
    import('./language/index.js'),
  ]);
  // What libraries have to say of themselves is not for who runs a command.
  process.removeAllListeners('warning');
  proposeForDatabase(settings.typedText('db'));
  json = settings.isOn('json');
  const colour = facts.wantsColour(settings, process.env);
  const streams = { stdout: answerStream(process.stdout), stderr: process.stderr };
  const printer = new Printer(streams, {
    colour,
    json,
    quiet: settings.isOn('quiet'),
    unicode: facts.speaksUnicode(process.env),
    progressJson: settings.text('progress') === 'json',
    signal,
  });
  const interactive = process.stdin.isTTY && process.stdout.isTTY && !json && !settings.isOn('yes');
  process.on('uncaughtException', (error) => void tellFailure(error));
  const hook = await openHook(configuration, language, host, signal);
  const database = new DatabaseOpener({
    named: settings.text('db'),
    own: ownDatabase,
    open: (target, access) => {
      // What is done in the demo is nobody's news.
      const tell = target === configuration.database ? hook?.tell : undefined;
      const opening = { writeFile, language, signal, ...(tell && { tell }) };
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
    ...(process.stdout.isTTY && { columns: process.stdout.columns }),
    ask: async (question) => (await import('./commands/line/askLine.js')).askLine(question, process, signal),
    ...(process.stdin.isTTY &&
      process.stderr.isTTY &&
      !json && {
        askSecret: async (question) =>
          (await import('./commands/line/askLine.js')).askSecret(question, process, signal),
      }),
    signal,
    version: manifest.version,
    versions: async () => ({
      ...(await (await import('./store/versions.js')).storeVersions()),
      node: process.versions.node,
    }),
    configuration,
    root: ROOT,
    now: () => new Date(),
    say: sayIn(language),
    services: async (access = 'change') => {
      const open = (): Promise<OpenServices> => database.open(access);
      const services = await (access === 'inspect' ? open() : openOrMigrate(open, context));
      const made = database.takeMade();
      if (made !== undefined) context.remark({ key: 'db.made', params: { path: made } });
      return services;
    },
    migrateDatabase: async (watch) => migrateRecorded(await database.target('change'), watch, host),
    outputFiles: () => outputFiles(writeFile),
    useDatabase: (target) => database.use(target),
    // On the wizard's screen nothing else is written, and nothing is asked.
    wizard: (request) =>
      openOrMigrate(
        () => openWizard(request, { ...context, services: () => database.open('make') }, colour, host),
        context,
      ),
    readText: async (path) =>
      (await import('./commands/textFiles.js')).readWholeText(path, process.stdin, (await atWork(host)).files?.read),
    writeText: async (target, parts) => {
      const [{ writeParts }, { writtenPath }] = await Promise.all([
        import('./commands/textFiles.js'),
        import('./files/writers/writtenPath.js'),
      ]);
      await writeFile(target, (stream) => writeParts(stream, parts));
      return writtenPath(target);
    },
    copyDatabase: async (...given) => (await import('./store/copy/copyDatabase.js')).copyDatabase(...given),
    readDirectory: async (name, text) => (await import('./files/directoryFile.js')).readDirectoryFile(name, text),
    readDirectoryList: async (request) =>
      (await import('./files/directory/directoryList.js')).readDirectoryList(request, process.stdin),
    schemas: { directory: async () => (await import('./files/directory/directorySchema.js')).directorySchema() },
  };
  const status = await runProgram(words, context, printer);
  // A long question to the database that nobody waits for any more has to end nowhere.
  await (signal.aborted ? Promise.race([database.close(), wait(CLOSING_MS)]) : database.close());
  process.exitCode = status;
  // The wizard's terminal, or a standard input that never ends, would keep the program alive.
  if (interactive || signal.aborted) process.exit(status);
}

/** Libraries ask for it as soon as they are loaded. */
function requireWorkingDirectory(): void {
  try {
    process.cwd();
  } catch {
    throw new UserError('wrongUse', 'usage.noWorkingDirectory');
  }
}

/** What nothing else has caught: one sentence, never a stack trace. */
async function tellFailure(error: unknown): Promise<never> {
  const { reportError } = await import('./commands/answers/reportError.js');
  const { Printer } = await import('./commands/answers/printer.js');
  process.exit(reportError(error, language, new Printer(process, { colour: false, json })));
}

/** Ctrl+C and SIGTERM leave the database as it was; a second one does not wait for that to be finished. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
    });
  }
  return controller.signal;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
