/**
 * A person at a real shell who presses Tab. `instroom` on the path is the program where completion asks it something, and
 * otherwise tells what it was given: what ends up in the line is proved by what the shell makes of it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Shell } from '../../src/commands/completion/shells.js';
import { openTerminal, type TestTerminal } from '../terminal/harness.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE = join(ROOT, 'node_modules/.bin/node');
const ENTRY = join(ROOT, 'dist/instroom.js');
export const SCRIPTS = join(ROOT, 'dist/share/completions');

const PROMPT = 'ready> ';
/** Behind a single line the program is started several times. */
const PATIENCE = 60_000;

const STARTS: Readonly<Record<Shell, { readonly args: readonly string[]; readonly lines: readonly string[] }>> = {
  bash: { args: ['--norc', '--noprofile', '-i'], lines: ['source <(instroom completion bash)', `PS1='${PROMPT}'`] },
  zsh: {
    args: ['-f', '-i'],
    lines: ['autoload -Uz compinit; compinit -u -D; source <(instroom completion zsh)', `PS1='${PROMPT}'`],
  },
  fish: {
    args: ['--no-config', '-i'],
    lines: ['instroom completion fish | source', `function fish_prompt; echo -n '${PROMPT}'; end`],
  },
};

export function isInstalled(shell: Shell): boolean {
  try {
    execFileSync(shell, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs the program on a database to its end, and answers its status. */
export function instroom(database: string, ...words: readonly string[]): number | null {
  return spawnSync(NODE, [ENTRY, ...words], { env: { ...process.env, INSTROOM_DB: database }, stdio: 'ignore' }).status;
}

export interface OpenShell {
  readonly terminal: TestTerminal;
  /** Types a line in which `\t` is Tab, and Enter; what the program is given, without its name. */
  readonly given: (typed: string) => Promise<readonly string[]>;
  /** Types what stands before Tab, presses it (twice in bash), waits for what is then shown, and takes the line away. */
  readonly shows: (typed: string, expected: string | RegExp) => Promise<void>;
  readonly folder: string;
}

export interface ShellOptions {
  readonly database?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In place of the lines by which a person installs completion. */
  readonly lines?: readonly string[];
}

/** The working folder holds a folder `bin` with the program, and nothing else. */
export async function openShell(shell: Shell, options: ShellOptions = {}): Promise<OpenShell> {
  const folder = mkdtempSync(join(tmpdir(), 'instroom-shell-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const program = join(bin, 'instroom');
  writeFileSync(program, wrapper(join(bin, 'given')));
  chmodSync(program, 0o755);
  const terminal = openTerminal({
    command: shell,
    args: STARTS[shell].args,
    columns: 120,
    rows: 40,
    cwd: folder,
    env: {
      HOME: folder,
      PATH: `${bin}:${process.env['PATH']}`,
      LANG: 'C.UTF-8',
      INSTROOM_DB: options.database,
      HISTFILE: undefined,
      XDG_RUNTIME_DIR: folder,
      ...options.env,
    },
  });
  for (const line of options.lines ?? STARTS[shell].lines) terminal.press(`${line}\r`);
  await terminal.waitFor((lines) => lines.filter((line) => line !== '').at(-1) === PROMPT.trimEnd(), PATIENCE);
  let asked = 0;
  return {
    terminal,
    folder,
    given: async (typed) => {
      asked++;
      for (const part of typed.split(/(\t)/u)) terminal.press(part);
      terminal.press('enter');
      await terminal.waitFor(new RegExp(`GIVEN ${asked} .*END`, 'su'), PATIENCE);
      const text = terminal.screen().join('');
      const [, json = ''] = new RegExp(`GIVEN ${asked} (.*?) END`, 'su').exec(text) ?? [];
      return JSON.parse(json) as string[];
    },
    shows: async (typed, expected) => {
      terminal.press(typed);
      terminal.press(...(shell === 'bash' ? ['tab', 'tab'] : ['tab']));
      await terminal.waitFor(expected, PATIENCE);
      terminal.press('ctrl+u');
    },
  };
}

/** Numbers what it is given, so that each line is told from the one before. */
function wrapper(count: string): string {
  return `#!/bin/sh
case "$1" in
  completion|__complete) exec '${NODE}' '${ENTRY}' "$@" ;;
esac
echo >>'${count}'
exec '${NODE}' -e 'const [count, ...words] = process.argv.slice(1);
  console.log("GIVEN", require("node:fs").readFileSync(count).length, JSON.stringify(words), "END")' -- '${count}' "$@"
`;
}
