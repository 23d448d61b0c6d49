#!/usr/bin/env node
/**
 * The composition root: the only reader of `process`, the only place where rooms are put together.
 * Everything is loaded when it is needed, so that a script never waits for the wizard.
 */
import { UserError } from './application/userError.js';
import type { Context } from './application/context.js';
import type { Access } from './application/ports/databaseAccess.js';
import type { TellEvent } from './application/ports/runEvents.js';
import type { MigratedDatabase, MigrationWatch } from './application/ports/databaseMigration.js';
import type { CommandContext, Services, WizardAnswer, WizardRequest } from './commands/command.js';
import type { CommandTable } from './commands/completion/commandTable.js';
import { STDOUT, type OutputFiles } from './application/ports/outputFiles.js';
import type { Configuration } from './commands/configuration.js';
import type { OpenedDatabase } from './commands/databaseOpener.js';
import type { ExitStatus } from './commands/exitStatus.js';
import type { WriteFile } from './files/outsideFiles.js';
import type { TextRef } from './language/index.js';
import { languageOfLocale } from './language/locale.js';
import type { Language } from './language/text.js';
import { decideStart, newerNodePath, RERUN_VARIABLE, type Face } from './nodeVersion.js';
import type { AtWork } from './system/atWork.js';
import type { WizardServices } from './tui/wizardOptions.js';
import manifest from '../package.json' with { type: 'json' };

const ROOT = new URL('..', import.meta.url);
/** How long an interrupted program waits for its database, in milliseconds. */
const CLOSING_MS = 1000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The wizard gives the terminal back first, and then stops whoever waits for it. */
const STOPS = ['SIGTSTP', 'SIGCONT'] as const;
const SETTINGS_FILE = 'instroom.yaml';
const words = process.argv.slice(2);
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
} else if (completes) await completeLine();
else await start().catch(tellFailure);

/** A shell that has gone wants no answer. */
async function completeLine(): Promise<void> {
  const { complete } = await import('./commands/completion/complete.js');
  const lines = await complete(words.slice(1), {
    environment: process.env,
    table: commandTable,
    settings: ownSettings,
    ownDatabase: () => ownDatabase('inspect'),
    open: async (target) => (await import('./store/completion/completionValues.js')).openCompletionValues(target),
    now: () => new Date(),
  });
  process.stdout.on('error', () => process.exit());
  // A server that does not answer would keep the program alive.
  process.stdout.write(lines, () => process.exit());
}

/** What the user's own file of settings says; throws where commands are refused because of it. */
async function ownSettings(): Promise<ReadonlyMap<string, string>> {
  const [{ readConfigurationFile }, { configurationFolder }, { default: path }] = await Promise.all([
    import('./files/configuration/readConfigurationFile.js'),
    import('./system/configurationFolder.js'),
    import('node:path'),
  ]);
  const file = path.join(configurationFolder(process.env), SETTINGS_FILE);
  const found = await readConfigurationFile(file, process.getuid?.());
  if (found.kind === 'distrusted') throw UserError.of('wrongUse', found.why);
  const entries = found.kind === 'read' ? found.entries : [];
  return new Map(entries.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** As it was made with the program; without that, of the commands themselves. */
async function commandTable(of: Language): Promise<CommandTable> {
  const { readFile } = await import('node:fs/promises');
  const made = await readFile(new URL(`dist/share/commands.${of}.json`, ROOT), 'utf8').catch(() => undefined);
  if (made !== undefined) return JSON.parse(made) as CommandTable;
  const [{ makeTable }, { COMMANDS }] = await Promise.all([
    import('./commands/completion/makeTable.js'),
    import('./commands/program.js'),
  ]);
  return makeTable(COMMANDS, of);
}

async function start(): Promise<void> {
  requireWorkingDirectory();
  process.umask(0o077);
  const facts = await import('./commands/processEnvironment.js');
  const configuration = await configure();
  const { settings } = configuration;
  language = facts.languageOf(settings, process.env);
  const rerun = await rerunStatus('script');
  if (rerun !== undefined) process.exit(rerun);
  const [
    { answerStream },
    { DatabaseOpener },
    { Printer },
    { runProgram },
    { openOrMigrate },
    { proposeForDatabase, sayIn, translateRef },
  ] = await Promise.all([
    import('./commands/answerStream.js'),
    import('./commands/databaseOpener.js'),
    import('./commands/printer.js'),
    import('./commands/program.js'),
    import('./commands/openDatabase.js'),
    import('./language/index.js'),
  ]);
  // What libraries have to say of themselves is not for who runs a command.
  process.removeAllListeners('warning');
  proposeForDatabase(settings.typedText('db'));
  json = settings.isOn('json');
  const colour = facts.wantsColour(settings, process.env);
  const signal = interruption();
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
  const hook = await openHook(configuration, signal);
  const database = new DatabaseOpener({
    named: settings.text('db'),
    own: ownDatabase,
    open: (target, access) => {
      // What is done in the demo is nobody's news.
      const tell = target === configuration.database ? hook?.tell : undefined;
      return toldWhenClosed(access, tell, openServices(target, access, { writeFile, signal, ...(tell && { tell }) }));
    },
  });
  const writeFile: WriteFile = async (target, write) =>
    target.path === STDOUT ? printer.writeFile(target, write) : (await fileWriter())(target, write);
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
    ask: async (question) => (await import('./commands/askLine.js')).askLine(question, process, signal),
    ...(process.stdin.isTTY &&
      process.stderr.isTTY &&
      !json && {
        askSecret: async (question) => (await import('./commands/askLine.js')).askSecret(question, process, signal),
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
    migrateDatabase: async (watch) => migrateRecorded(await database.target('change'), watch),
    outputFiles: () => outputFiles(writeFile),
    useDatabase: (target) => database.use(target),
    // On the wizard's screen nothing else is written, and nothing is asked.
    wizard: (request) =>
      openOrMigrate(() => openWizard(request, { ...context, services: () => database.open('make') }, colour), context),
    readText: async (path) =>
      (await import('./commands/textFiles.js')).readWholeText(path, process.stdin, (await atWork()).files?.read),
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

/** The files of settings, and whose they are; the one beside the database follows from where that is. */
async function configure(): Promise<Configuration> {
  const [
    { readConfiguration },
    { readConfigurationFile },
    { configurationFolder },
    { databaseFile },
    { default: path },
  ] = await Promise.all([
    import('./commands/configuration.js'),
    import('./files/configuration/readConfigurationFile.js'),
    import('./system/configurationFolder.js'),
    import('./store/connection/address.js'),
    import('node:path'),
  ]);
  const reader = process.getuid?.();
  return readConfiguration(words, process.env, {
    own: path.join(configurationFolder(process.env), SETTINGS_FILE),
    database: await ownDatabase('read'),
    beside: (database) => {
      // Where users cannot be told apart, neither can what they left there.
      const file = reader === undefined ? undefined : databaseFile(database);
      return file && path.join(path.dirname(file), SETTINGS_FILE);
    },
    read: (file) => readConfigurationFile(file, reader),
  });
}

/** What nothing else has caught: one sentence, never a stack trace. */
async function tellFailure(error: unknown): Promise<never> {
  const { reportError } = await import('./commands/reportError.js');
  const { Printer } = await import('./commands/printer.js');
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

type OpenServices = Services & OpenedDatabase;

interface OpenHook {
  readonly tell: TellEvent;
  readonly ended: () => Promise<readonly TextRef[]>;
}

/** Whoever is to be told what happens; without one nothing is loaded for it. */
async function openHook({ hook, database }: Configuration, signal: AbortSignal): Promise<OpenHook | undefined> {
  if (!hook) return undefined;
  const [{ Hook }, { hookEnvironment }] = await Promise.all([
    import('./system/hook.js'),
    import('./system/hookEnvironment.js'),
  ]);
  const listener = new Hook({ command: hook.command, environment: hookEnvironment(process.env) }, process, signal);
  return {
    tell: (event) =>
      listener.tell(async () => (await import('./commands/hookEvent.js')).hookEventText(event, { language, database })),
    ended: () => listener.ended(),
  };
}

/** A database that could not be opened, where it was to be changed, is news as well. */
async function toldWhenClosed<Opened>(
  access: Access,
  tell: TellEvent | undefined,
  opening: Promise<Opened>,
): Promise<Opened> {
  return opening.catch(async (error: unknown) => {
    if (tell && access === 'change') {
      const [{ tellNotOpened }, { operator }] = await Promise.all([import('./application/tellEvents.js'), atWork()]);
      tellNotOpened({ tell, operator: { ...operator, databaseLogin: null }, now: () => new Date() }, error);
    }
    throw error;
  });
}

interface Opening {
  readonly writeFile: WriteFile;
  readonly signal: AbortSignal;
  readonly tell?: TellEvent;
}

async function openServices(
  target: string,
  access: Access,
  { writeFile, signal, tell }: Opening,
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
    import('./commands/processEnvironment.js'),
    import('./store/openStore.js'),
    import('./application/createUseCases.js'),
    import('./application/definitions.js'),
    import('./application/runFiles.js'),
    import('./presentation/runFileTexts.js'),
    import('./files/importFiles.js'),
    import('./files/definitions/definitionText.js'),
    import('./system/hashPassword.js'),
    import('./system/keepHeapSmall.js'),
  ]);
  const store = await openStore(target, access, signal);
  keepYoungHeapSmall();
  const { operator, files: outside } = await atWork();
  const files = createImportFiles({ stdin: process.stdin, ...(outside && { readAs: outside.read }) });
  const context: Context = {
    ...store,
    files,
    hashPassword,
    now: () => new Date(),
    operator: { ...operator, databaseLogin: store.databaseLogin },
    origin: originOf(process.env),
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

async function migrateRecorded(target: string, watch: MigrationWatch): Promise<MigratedDatabase> {
  const [{ originOf }, { migrateDatabase }, { recordingOf }, { operator }] = await Promise.all([
    import('./commands/processEnvironment.js'),
    import('./store/migrateDatabase.js'),
    import('./application/attempt.js'),
    atWork(),
  ]);
  const who = { operator: { ...operator, databaseLogin: null }, origin: originOf(process.env), now: watch.now };
  return migrateDatabase(target, { ...watch, record: recordingOf(who, 'db.migrate') });
}

/** Writes files as whoever is meant by their paths. */
async function fileWriter(): Promise<WriteFile> {
  return (await atWork()).files?.write ?? (await import('./files/writers/writeSafely.js')).writeSafely;
}

async function outputFiles(writeFile: WriteFile): Promise<OutputFiles> {
  const [{ createOutputFiles }, { fileTexts }] = await Promise.all([
    import('./files/writers/outputFiles.js'),
    import('./language/files.js'),
  ]);
  return createOutputFiles(fileTexts, writeFile);
}

/** Its folder is Instroom's own, and is made with the database. */
async function ownDatabase(access: Access): Promise<string> {
  const [{ default: envPaths }, path] = await Promise.all([import('env-paths'), import('node:path')]);
  const folder = envPaths('instroom', { suffix: '' }).data;
  if (access === 'make') await (await import('node:fs/promises')).mkdir(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, 'instroom.db');
}

let judged: Promise<AtWork> | undefined;

function atWork(): Promise<AtWork> {
  return (judged ??= (async () => {
    const [{ whoIsAtWork }, { fileURLToPath }] = await Promise.all([import('./system/atWork.js'), import('node:url')]);
    const { platform, execPath, env } = process;
    const script = fileURLToPath(new URL('dist/person.js', ROOT));
    return whoIsAtWork({ uid: process.getuid?.() ?? -1, platform, execPath, env }, script);
  })());
}

async function openWizard(
  { demo, ...start }: WizardRequest,
  context: CommandContext,
  colour: boolean,
): Promise<WizardAnswer> {
  const screenReader = process.env['INK_SCREEN_READER'] === 'true';
  if (process.env['TERM'] === 'dumb' && !screenReader) throw new UserError('wrongUse', 'usage.wizardDumb');
  const rerun = await rerunStatus('wizard');
  if (rerun !== undefined) return { lines: [], status: rerun as ExitStatus };
  const [facts, { startTui }, { stopsOf }] = await Promise.all([
    import('./commands/processEnvironment.js'),
    import('./tui/startTui.js'),
    import('./system/jobControl.js'),
  ]);
  const {
    lines,
    exitStatus,
    demo: wantsDemo,
  } = await startTui({
    services: () => wizardServices(context),
    language,
    stdin: process.stdin,
    stdout: process.stdout,
    terminal: {
      colour,
      unicode: facts.speaksUnicode(process.env),
      screenReader,
    },
    start,
    demo,
    signal: context.signal,
    watchStops: stopsOf(process, process.env[RERUN_VARIABLE] !== undefined),
  });
  return {
    lines: lines.map((line) => [line]),
    status: exitStatus as ExitStatus,
    done: lines.join('\n'),
    ...(wantsDemo && { wantsDemo }),
  };
}

async function wizardServices(context: CommandContext): Promise<WizardServices> {
  const [{ useCases, definitions, runFiles }, { keepOldHeapSmall }, { listFolder }, { definitionOf }, { readField }] =
    await Promise.all([
      context.services(),
      import('./system/keepHeapSmall.js'),
      import('./files/listFolder.js'),
      import('./application/definitions.js'),
      import('./commands/fieldSettings.js'),
    ]);
  keepOldHeapSmall();
  return {
    useCases,
    folders: { list: (await atWork()).files?.list ?? listFolder },
    definitions: {
      list: () => definitions.list(),
      delete: (name) => definitions.delete(name),
      save: (choices, options) => definitions.save(definitionOf(choices, readField), options),
    },
    runFiles,
    directoryFiles: {
      read: async (path) => context.readDirectory(path, await context.readText(path)),
      readList: (request) => context.readDirectoryList(request),
    },
  };
}

/** On a Node that is too old: the status of the newer one beside us that did the work, or of a refusal. */
async function rerunStatus(face: Face): Promise<number | undefined> {
  const { fileURLToPath } = await import('node:url');
  const { existsSync } = await import('node:fs');
  const newer = fileURLToPath(new URL(newerNodePath(process.platform), ROOT));
  const decision = decideStart({
    face,
    version: process.version,
    newerNode: existsSync(newer) ? newer : undefined,
    rerun: process.env[RERUN_VARIABLE] !== undefined,
    language,
  });
  if (decision.kind === 'run') return undefined;
  if (decision.kind === 'refuse') {
    process.stderr.write(`${decision.message}\n`);
    return 1;
  }
  return runOn(decision.node, face);
}

/** Runs the same words on another Node, and answers its status; a signal that reaches us alone is passed on. */
async function runOn(node: string, face: Face): Promise<number> {
  const { spawn } = await import('node:child_process');
  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, [RERUN_VARIABLE]: '1' },
  });
  // Ctrl+C reaches both of us; the child decides what becomes of it.
  for (const name of SIGNALS) process.removeAllListeners(name);
  process.on('SIGINT', () => undefined);
  const passed = face === 'wizard' ? (['SIGTERM', 'SIGHUP', ...STOPS] as const) : (['SIGTERM', 'SIGHUP'] as const);
  for (const name of passed) process.on(name, () => child.kill(name));
  return new Promise((resolve) => child.on('exit', (status) => resolve(status ?? 130)));
}
