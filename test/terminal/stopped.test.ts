/** The program is stopped for a while and goes on, in each step: the shell has its terminal meanwhile, and the wizard has it after. */
import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exportedDirectory, runsOf } from '../support/breakDatabase.js';
import { openTerminal, type TestTerminal } from './harness.js';
import { picture } from './picture.js';
import { LOOK, newWorkplace, PROGRAM, startWizard, strike, TO_TYPE, type WizardTerminal } from './wizardProgram.js';
import { ANSWERS, LAST_STEP, stepNamed, walkTo } from './wizardSteps.js';

const run = (command: string, ...args: readonly string[]): string =>
  spawnSync(command, args, { encoding: 'utf8' }).stdout.trim();

const isStopped = (pid: number): boolean => run('ps', '-o', 'stat=', '-p', String(pid)).startsWith('T');

/** The terminal's own settings, as a shell beside it sees them. */
function onTty<T>(pid: number, work: (tty: number) => T): T {
  const tty = openSync(`/dev/${run('ps', '-o', 'tty=', '-p', String(pid))}`, constants.O_RDWR | constants.O_NOCTTY);
  try {
    return work(tty);
  } finally {
    closeSync(tty);
  }
}

const stty = (pid: number, ...args: readonly string[]): string =>
  onTty(pid, (tty) => spawnSync('stty', args, { stdio: [tty, 'pipe', 'pipe'], encoding: 'utf8' }).stdout);

/** What a shell does with the terminal while it has it. */
function asShell(terminal: TestTerminal): void {
  stty(terminal.pid, 'isig', 'icanon', 'iexten', 'echo', 'icrnl');
  onTty(terminal.pid, (tty) => writeSync(tty, '\x1b[?2004h$ ls\r\nnotes.txt\r\n$ fg\r\n\x1b[?2004l\x1b[?25h'));
}

async function stop(terminal: TestTerminal, signal: 'SIGTSTP' | 'SIGSTOP'): Promise<void> {
  terminal.signal(signal);
  await expect.poll(() => isStopped(terminal.pid), { timeout: 15_000 }).toBe(true);
}

/** Modes that are on, by their number. */
function modesOf({ output }: TestTerminal): readonly string[] {
  const last = new Map([...output.matchAll(/\x1b\[\?(\d+)([hl])/gu)].map(([, mode, state]) => [mode!, state]));
  return [...last].flatMap(([mode, state]) => (state === 'h' ? [mode] : [])).sort();
}

/** What is shown but for how long it takes, which goes on while the program stands still. */
function shownBy(terminal: TestTerminal): string {
  return picture(terminal).replace(/\d+ s bezig +/u, '');
}

it.each(['SIGTSTP', 'SIGSTOP'] as const)('after %s each step is there again as it was', async (signal) => {
  const terminal = startWizard();
  await walkTo(terminal, LAST_STEP, async ({ name }) => {
    await terminal.settled();
    const before = { picture: shownBy(terminal), modes: modesOf(terminal), stty: stty(terminal.pid, '-a') };
    await stop(terminal, signal);
    if (signal === 'SIGTSTP') {
      await terminal.waitFor(() => !terminal.alternate && terminal.cursor.visible);
      expect(modesOf(terminal), name).toEqual(['25']);
      expect(stty(terminal.pid, '-a'), name).toMatch(/(?<!-)\bisig icanon\b[^]*(?<!-)\becho\b/u);
    }
    asShell(terminal);
    await terminal.waitFor('notes.txt');
    terminal.signal('SIGCONT');
    await terminal
      .waitFor(() => shownBy(terminal) === before.picture && terminal.alternate && !terminal.cursor.visible)
      .catch(() => expect(shownBy(terminal), name).toBe(before.picture));
    expect({ modes: modesOf(terminal), stty: stty(terminal.pid, '-a') }, name).toEqual({
      modes: before.modes,
      stty: before.stty,
    });
  });
});

it('takes keys again in Confirm, once the screen was looked at: not those typed ahead of it', async () => {
  const terminal = startWizard();
  await walkTo(terminal, 'confirm');
  const before = await exportedDirectory(terminal.database);
  await strike(terminal, ANSWERS);
  await stop(terminal, 'SIGTSTP');
  // Typed at the shell, of which only `fg` was read.
  terminal.press('enter');
  terminal.signal('SIGCONT');
  await strike(terminal, [[LOOK, 'Typ ja › ja']]);
  expect((await runsOf(terminal.database)).map(({ status }) => status)).toEqual(['planned']);
  expect(await exportedDirectory(terminal.database)).toBe(before);
  await strike(terminal, [['enter', 'is uitgevoerd']]);
});

it('finishes what it was writing', async () => {
  const terminal = startWizard();
  const letGo = await walkTo(terminal, 'progress');
  await stop(terminal, 'SIGTSTP');
  letGo();
  terminal.signal('SIGCONT');
  await strike(terminal, stepNamed('result').strokes);
});

it('shows a window that got another size meanwhile', async () => {
  const terminal = startWizard();
  await walkTo(terminal, 'preview');
  await stop(terminal, 'SIGTSTP');
  terminal.resize(100, 30);
  terminal.signal('SIGCONT');
  await terminal.waitFor((lines) => lines.length === 30 && lines[2] === '─'.repeat(100));
});

it('stops and comes back as a flow of text too', async () => {
  const terminal = startWizard({ columns: 200, rows: 60, env: { INK_SCREEN_READER: 'true' } });
  await strike(terminal, [...TO_TYPE, ['enter', '> Code: O12345AA']]);
  const settings = stty(terminal.pid, '-a');
  await stop(terminal, 'SIGTSTP');
  expect(stty(terminal.pid, '-a')).not.toBe(settings);
  const { received } = terminal;
  terminal.signal('SIGCONT');
  await terminal.waitFor(() => terminal.received > received);
  await strike(terminal, [['down', '> Code: O12345AB']]);
  expect(stty(terminal.pid, '-a')).toBe(settings);
});

it.each(['TSTP', 'STOP'])(
  'is a job of a shell: kill -%s gives the prompt, fg brings the wizard back',
  async (signal) => {
    const place = newWorkplace();
    const shell = openTerminal({
      command: 'bash',
      args: ['--norc', '--noprofile', '-i'],
      cwd: place.folder,
      env: { LANG: 'nl_NL.UTF-8', PS1: 'prompt>' },
    });
    await shell.waitFor('prompt>');
    await shell.settled();
    const before = stty(shell.pid, '-a');
    shell.press(`"${process.execPath}" "${PROGRAM}" --db "${place.database}"`, 'enter');
    const terminal: WizardTerminal = Object.assign(shell, place);
    await walkTo(terminal, 'preview');
    const shown = picture(terminal);
    const program = Number(run('pgrep', '-P', String(shell.pid)));
    process.kill(program, `SIG${signal}`);
    await expect.poll(() => isStopped(program), { timeout: 15_000 }).toBe(true);
    // Stopped without a word, its screen is left under the prompt.
    await terminal.waitFor((lines) => lines.some((line) => line.startsWith('prompt>')));
    if (signal === 'TSTP') expect(terminal.alternate).toBe(false);
    shell.press('echo a$((1 + 1))b', 'enter');
    await terminal.waitFor('a2b');
    shell.press('fg', 'enter');
    await terminal.waitFor(() => picture(terminal) === shown);
    await strike(terminal, [
      ['ctrl+c', 'Instroom verlaten?'],
      [LOOK, 'Instroom verlaten?'],
      ['j', 'prompt>'],
    ]);
    expect(terminal.alternate).toBe(false);
    await expect.poll(() => stty(shell.pid, '-a')).toBe(before);
  },
);
