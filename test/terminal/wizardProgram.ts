/** The program itself on a terminal, in a folder of its own with the sample files and a directory. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { openTerminal, type Expected, type TerminalOptions, type TestTerminal } from './harness.js';
import { timePasses } from '../support/waiting.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLES = join(ROOT, 'test/scenarios/samples');
const FILES = ['instroom-januari.xlsx', 'mutaties-gemengd.csv', 'nieuw-maildomein.txt'];

/** The program, as the bundle that people start. */
export const PROGRAM = join(ROOT, 'dist/instroom.js');

/** A folder to work in, and a database beside it: what is browsed is the same whatever the database has become. */
export interface Workplace {
  readonly folder: string;
  readonly database: string;
}

export interface WizardTerminal extends TestTerminal, Workplace {}

/** A directory that was read in once, and is copied for each test. */
const preparedFolder = temporaryFolder('pty-directory');
let prepared: string | undefined;

function preparedDatabase(): string {
  if (prepared !== undefined) return prepared;
  const database = join(preparedFolder, 'data.db');
  instroom(database, 'directory', 'import', join(SAMPLES, 'directory.json'));
  return (prepared = database);
}

/** Runs a command to its end, and answers what it printed. */
export function instroom(database: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, '--db', database, ...words], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'nl_NL.UTF-8' },
  });
  if (status !== 0 && status !== 3) throw new Error(stderr);
  return stdout;
}

/** A folder with the samples, which goes when the test is done. */
export function newWorkplace(): Workplace {
  const top = mkdtempSync(join(tmpdir(), 'instroom-pty-'));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  const folder = join(top, 'files');
  mkdirSync(folder);
  for (const file of FILES) copyFileSync(join(SAMPLES, file), join(folder, file));
  const database = join(top, 'data.db');
  copyFileSync(preparedDatabase(), database);
  return { folder, database };
}

export interface WizardTerminalOptions extends TerminalOptions {
  /** Where another wizard worked before; a new one unless told otherwise. */
  readonly place?: Workplace;
}

/** Dutch on a screen of 80×24 unless told otherwise; `args` are words for the program. */
export function startWizard({
  place = newWorkplace(),
  args = [],
  ...options
}: WizardTerminalOptions = {}): WizardTerminal {
  const terminal = openTerminal({
    cwd: place.folder,
    ...options,
    args: [PROGRAM, '--db', place.database, ...args],
    env: { LANG: 'nl_NL.UTF-8', ...options.env },
  });
  return Object.assign(terminal, { folder: place.folder, database: place.database });
}

/** A key, and what the screen shows when it was understood. */
export type Stroke = readonly [key: string, shown: Expected];

/** Presses keys as a person does, who looks what each one does before the next. */
export async function strike(terminal: TestTerminal, strokes: readonly Stroke[]): Promise<void> {
  for (const [key, shown] of strokes) {
    if (key === LOOK) await looked();
    else terminal.press(key);
    await terminal.waitFor(shown);
  }
}

/** In the place of a key: a person looks at the screen for a while, longer than the quiet that confirming asks for. */
export const LOOK = 'look';

const looked = (): Promise<void> => timePasses(500);

/** From the first screen to choosing what is imported. */
export const TO_TYPE: readonly Stroke[] = [
  ['', 'Importeren uit een bestand'],
  ['i', 'Gebruiker mutatie'],
];

/** The wizard after it was told to open a file with this content, or one that is not there; `shown` is what it then shows. */
export async function openFile(
  name: string,
  content: string | Buffer | null,
  shown: Expected,
  type: 'user' | 'mutation' = 'user',
): Promise<WizardTerminal> {
  const place = newWorkplace();
  if (content !== null) writeFileSync(join(place.folder, name), content);
  const terminal = startWizard({ place, args: ['import', name, '--env', 'T12345AA', '--type', type] });
  await strike(terminal, [
    ['', `Pad: ${name}▏`],
    ['enter', shown],
  ]);
  return terminal;
}
