/** Command lines over the engine of a test, in this process: parsed, run and printed as the program does. */
import { readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { createDefinitions } from '../../src/application/definitions.js';
import type { createRunFiles } from '../../src/application/runFiles.js';
import type { CommandContext } from '../../src/commands/command.js';
import { Printer } from '../../src/commands/answers/printer.js';
import {
  readConfiguration,
  type Configuration,
  type ConfigurationPlaces,
} from '../../src/commands/line/configuration.js';
import { languageOf } from '../../src/commands/line/processEnvironment.js';
import { runProgram } from '../../src/commands/program.js';
import { createDefinitionText } from '../../src/files/definitions/definitionText.js';
import type { ExitStatus } from '../../src/commands/answers/exitStatus.js';
import { requireShapes } from './answerShapes.js';
import { sayIn, translateRef } from '../../src/language/index.js';
import type { Engine } from './engine.js';

export interface Ended {
  readonly status: ExitStatus;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Typing {
  /** Who types; the engine's own operator unless told otherwise. */
  readonly as?: string;
  /** What is typed where a password is asked for; nobody is asked without. */
  readonly secrets?: readonly string[];
}

const ENVIRONMENT = { LANG: 'en_GB.UTF-8' };
/** No file of settings is there. */
const NOWHERE: ConfigurationPlaces = {
  own: '',
  database: '',
  beside: () => undefined,
  read: () => Promise.resolve({ kind: 'absent' }),
};

/** Runs a command line to its end. */
export async function runLine(engine: Engine, words: readonly string[], typing: Typing = {}): Promise<Ended> {
  const configuration = await readConfiguration(words, ENVIRONMENT, NOWHERE);
  const [stdout, stderr] = [new Kept(), new Kept()];
  const printer = new Printer({ stdout, stderr }, { colour: false, json: configuration.settings.isOn('json') });
  const status = await runProgram(words, contextOf(engine, configuration, printer, typing), printer);
  requireShapes(words, { stdout: stdout.text, stderr: stderr.text });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

class Kept extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** What such a command line does not reach. */
function absent(): never {
  throw new Error('not in this process');
}

function contextOf(
  engine: Engine,
  configuration: Configuration,
  printer: Printer,
  { as, secrets }: Typing,
): CommandContext {
  const language = languageOf(configuration.settings, ENVIRONMENT);
  const useCases = as === undefined ? engine.useCases : engine.as(as);
  const typed = [...(secrets ?? [])];
  return {
    language,
    notice: (...spans) => printer.note(spans, { kept: true }),
    remark: ({ key, params }) => printer.note([translateRef(language, { key, params })], { code: key }),
    print: (answer) => printer.print(answer),
    hookEnded: () => Promise.resolve(),
    progress: (step) => printer.progress(step),
    interactive: false,
    ask: absent,
    ...(secrets && {
      askSecret: (question) => {
        printer.note([question]);
        return Promise.resolve(typed.shift() ?? '');
      },
    }),
    signal: new AbortController().signal,
    now: () => engine.clock.now,
    version: '0',
    versions: absent,
    configuration,
    root: new URL('../..', import.meta.url),
    say: sayIn(language),
    services: () =>
      Promise.resolve({
        useCases,
        definitions: createDefinitions(engine.contextOf(as), engine.store.definitions, createDefinitionText()),
        runFiles: absent as unknown as ReturnType<typeof createRunFiles>,
      }),
    migrateDatabase: absent,
    useDatabase: absent,
    outputFiles: absent,
    wizard: absent,
    readText: (path) => readFile(path, 'utf8'),
    writeText: absent,
    copyDatabase: absent,
    readDirectory: absent,
    readDirectoryList: absent,
    schemas: {},
  };
}
