#!/usr/bin/env node
/**
 * The composition root: the only reader of `process`, the only place where rooms are put together.
 * Everything is loaded when it is needed, so that a script never waits for the wizard.
 */
import { Stop } from './application/errors.js';
import type { CommandContext, Services, WizardRequest } from './commands/command.js';
import type { ExitStatus } from './commands/exitStatus.js';
import * as facts from './commands/facts.js';
import { decideStart, newerNodePath, RERUN_VARIABLE, type Face } from './nodeVersion.js';
import type { WizardServices } from './tui/wizardOptions.js';
import manifest from '../package.json' with { type: 'json' };

const ROOT = new URL('..', import.meta.url);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The wizard gives the terminal back first, and then stops whoever waits for it. */
const STOPS = ['SIGTSTP', 'SIGCONT'] as const;
const words = process.argv.slice(2);
const language = facts.languageOf(words, process.env);

if (words.length === 1 && words[0] === '--version') process.stdout.write(`${manifest.version}\n`);
else await start().catch(tellFailure);

async function start(): Promise<void> {
  process.umask(0o077);
  const rerun = await rerunStatus('script');
  if (rerun !== undefined) process.exit(rerun);
  const [{ Output }, { runProgram }, { proposeForDatabase, translate }] = await Promise.all([
    import('./commands/output.js'),
    import('./commands/program.js'),
    import('./language/index.js'),
  ]);
  proposeForDatabase(facts.earlyValue(words, 'db'));
  const json = facts.earlySwitch(words, 'json');
  const output = new Output(process, { colour: facts.wantsColour(words, process.env), json });
  const interactive = process.stdin.isTTY && process.stdout.isTTY && !json && !facts.earlySwitch(words, 'yes');
  const signal = interruption();
  process.on('uncaughtException', (error) => void tellFailure(error));
  const opened = openOnce();
  const context: CommandContext = {
    language,
    output,
    interactive,
    ask: async (question) => (await import('./commands/askLine.js')).askLine(question, process, signal),
    signal,
    version: manifest.version,
    root: ROOT,
    now: () => new Date(),
    say: (key, params) => translate(language, key, params),
    services: async () => {
      const services = await opened.services();
      const made = opened.made();
      if (made !== undefined) output.tell(translate(language, 'db.made', { path: made }));
      return services;
    },
    useDatabase: opened.useDatabase,
    // On the wizard's screen nothing else is written.
    wizard: (request) => openWizard(request, { ...context, services: opened.services }, signal),
    readText: async (path) => (await import('./commands/textFiles.js')).readWholeText(path, process.stdin),
    writeText: async (path, parts) => {
      const { writeSafely } = await import('./files/writers/writeSafely.js');
      const { writeParts } = await import('./commands/textFiles.js');
      await writeSafely({ path }, (stream) => writeParts(stream, parts));
    },
    copyDatabase: async (...given) => (await import('./store/copy/copyDatabase.js')).copyDatabase(...given),
    readDirectory: async (name, text) => (await import('./files/directoryFile.js')).readDirectoryFile(name, text),
  };
  const status = await runProgram(words, context);
  await opened.close();
  process.exitCode = status;
  // The wizard's terminal, or a standard input that never ends, would keep the program alive.
  if (interactive || signal.aborted) process.exit(status);
}

/** What nothing else has caught: one sentence, never a stack trace. */
async function tellFailure(error: unknown): Promise<never> {
  const { tellStop } = await import('./commands/tellStop.js');
  const { Output } = await import('./commands/output.js');
  process.exit(tellStop(error, language, new Output(process, { colour: false, json: false })));
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

interface Opened extends Pick<CommandContext, 'services' | 'useDatabase'> {
  /** The file that was made because it was not there, told once: a misspelled path is not to go unseen. */
  made(): string | undefined;
  close(): Promise<void>;
}

/** The database and what works on it, opened when a command first asks for it. */
function openOnce(): Opened {
  let target = facts.earlyValue(words, 'db') ?? process.env['INSTROOM_DB'];
  let opening: Promise<OpenServices> | undefined;
  let made: string | undefined;
  let chosen = false;
  const open = async (): Promise<OpenServices> => {
    const path = target || (await defaultDatabase());
    const isNew = facts.isFileName(path) && !(await import('node:fs')).existsSync(path);
    const services = await openServices(path);
    if (isNew && !chosen) made = path;
    return services;
  };
  return {
    useDatabase: (path) => {
      target = path;
      chosen = true;
    },
    services: () => (opening ??= open()),
    made: () => {
      const told = made;
      made = undefined;
      return told;
    },
    close: async () => (await opening?.catch(() => undefined))?.close(),
  };
}

type OpenServices = Services & { close(): Promise<void> };

async function openServices(target: string): Promise<OpenServices> {
  const [
    { openStore },
    { createUseCases },
    { createImportFiles },
    { createOutputFiles },
    { createDefinitionText },
    { fileTexts },
    { hashPassword },
    { keepYoungHeapSmall },
  ] = await Promise.all([
    import('./store/openStore.js'),
    import('./application/createUseCases.js'),
    import('./files/importFiles.js'),
    import('./files/writers/outputFiles.js'),
    import('./files/definitions/definitionText.js'),
    import('./language/files.js'),
    import('./system/hashPassword.js'),
    import('./system/keepHeapSmall.js'),
  ]);
  const store = await openStore(target);
  keepYoungHeapSmall();
  const files = createImportFiles({ stdin: process.stdin });
  const useCases = createUseCases({
    ...store,
    files,
    hashPassword,
    now: () => new Date(),
    operator: await operator(),
    origin: facts.originOf(process.env),
  });
  const close = async (): Promise<void> => {
    await files.close();
    await store.close();
  };
  return {
    useCases,
    definitions: store.definitions,
    definitionText: createDefinitionText(),
    outputFiles: createOutputFiles(fileTexts),
    close,
  };
}

async function defaultDatabase(): Promise<string> {
  const [{ default: envPaths }, path] = await Promise.all([import('env-paths'), import('node:path')]);
  return path.join(envPaths('instroom', { suffix: '' }).data, 'instroom.db');
}

async function operator(): Promise<string> {
  const { userInfo } = await import('node:os');
  return facts.operatorOf(userInfo, process.getuid?.() ?? -1, process.env);
}

async function openWizard(request: WizardRequest, context: CommandContext, signal: AbortSignal): Promise<ExitStatus> {
  const screenReader = process.env['INK_SCREEN_READER'] === 'true';
  if (process.env['TERM'] === 'dumb' && !screenReader) throw new Stop('wrongUse', 'usage.wizardDumb');
  const rerun = await rerunStatus('wizard');
  if (rerun !== undefined) return rerun as ExitStatus;
  const [{ startTui }, { stopsOf }] = await Promise.all([
    import('./tui/startTui.js'),
    import('./system/jobControl.js'),
  ]);
  const { lines, exitStatus } = await startTui({
    services: () => wizardServices(context),
    abilities: { definitions: true, outputs: true },
    language,
    stdin: process.stdin,
    stdout: process.stdout,
    terminal: {
      colour: facts.wantsColour(words, process.env),
      unicode: facts.speaksUnicode(process.env),
      screenReader,
    },
    start: request,
    signal,
    watchStops: stopsOf(process, process.env[RERUN_VARIABLE] !== undefined),
  });
  await context.output.lines(lines.map((line) => [line]));
  return exitStatus as ExitStatus;
}

async function wizardServices(context: CommandContext): Promise<WizardServices> {
  const [services, { keepOldHeapSmall }, { listFolder }, { wizardOutputs }, { wizardDefinitions }] = await Promise.all([
    context.services(),
    import('./system/keepHeapSmall.js'),
    import('./commands/textFiles.js'),
    import('./commands/runFiles.js'),
    import('./commands/definitions.js'),
  ]);
  keepOldHeapSmall();
  return {
    useCases: services.useCases,
    folders: { list: listFolder },
    definitions: wizardDefinitions(services, context.now),
    outputs: wizardOutputs(services, language),
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
