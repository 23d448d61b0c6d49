/** Inside tmux and GNU screen, which are terminals between the wizard and the terminal: the same screens. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportedDirectory, runsOf } from '../support/breakDatabase.js';
import { openTerminal } from './harness.js';
import {
  LOOK,
  newWorkplace,
  PROGRAM,
  startWizard,
  strike,
  type WizardTerminal,
  type Workplace,
} from './wizardProgram.js';
import { walkTo } from './wizardSteps.js';

interface Multiplexer {
  readonly name: 'tmux' | 'screen';
  readonly version: readonly string[];
  /** What the person has set: no bar at the bottom, so that all lines are the program's. */
  readonly settings: string;
  start(settings: string, session: string, program: readonly string[]): readonly string[];
  /** Looks away: the wizard goes on without a terminal that shows it. */
  readonly detach: readonly string[];
  attach(session: string): readonly string[];
  /** Ends the session with everything in it, as a reboot does. */
  end(session: string): readonly string[];
}

const MULTIPLEXERS: readonly Multiplexer[] = [
  {
    name: 'tmux',
    version: ['-V'],
    settings: 'set -g status off\nset -g escape-time 10\nset -g default-terminal tmux-256color\n',
    start: (settings, session, program) => ['-u', '-L', session, '-f', settings, 'new-session', ...program],
    detach: ['ctrl+b', 'd'],
    attach: (session) => ['-u', '-L', session, 'attach'],
    end: (session) => ['-L', session, 'kill-server'],
  },
  {
    name: 'screen',
    version: ['--version'],
    settings: 'startup_message off\nhardstatus ignore\nmaptimeout 10\n',
    start: (settings, session, program) => ['-U', '-c', settings, '-S', session, ...program],
    detach: ['ctrl+a', 'd'],
    attach: (session) => ['-U', '-r', session],
    end: (session) => ['-S', session, '-X', 'quit'],
  },
];

/** The recorded screen of a bare terminal. */
const recorded = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`screens/${name}.txt`, import.meta.url)), 'utf8').trimEnd();

let sessions = 0;

describe.each(MULTIPLEXERS)('$name', (multiplexer) => {
  const { name } = multiplexer;
  const installed = spawnSync(name, multiplexer.version).error === undefined;

  function start(place: Workplace): { readonly terminal: WizardTerminal; readonly session: string } {
    const settings = join(place.folder, '..', 'settings');
    writeFileSync(settings, multiplexer.settings);
    const session = `instroom-${process.pid}-${++sessions}`;
    onTestFinished(() => void spawnSync(name, multiplexer.end(session)));
    const program = [process.execPath, PROGRAM, '--db', place.database];
    const terminal = openTerminal({
      command: name,
      args: multiplexer.start(settings, session, program),
      cwd: place.folder,
      env: { LANG: 'nl_NL.UTF-8', STY: undefined },
    });
    return { terminal: Object.assign(terminal, place), session };
  }

  it('shows the same screens as the bare terminal, from the first to the last', async (test) => {
    test.skip(!installed, `${name} is not installed`);
    const { terminal } = start(newWorkplace());
    const differing: string[] = [];
    await walkTo(terminal, 'result', async (step) => {
      const bare = {
        type: '1-type',
        environment: '2-environment',
        file: '4-file',
        map: '5-map',
        preview: '6-preview',
        confirm: '7-confirm',
        result: '8-result',
      }[step.name];
      if (bare === undefined) return;
      await terminal
        .waitFor(() => terminal.text() === recorded(bare))
        .catch((error: unknown) => void differing.push(`${bare}\n${String(error)}`));
    });
    expect(differing).toEqual([]);
    expect((await runsOf(terminal.database)).map(({ status }) => status)).toEqual(['applied']);
  });

  it('can be looked away from, in another size looked at again, and ended', async (test) => {
    test.skip(!installed, `${name} is not installed`);
    const { terminal, session } = start(newWorkplace());
    const before = await exportedDirectory(terminal.database);
    await walkTo(terminal, 'preview');
    for (const key of multiplexer.detach) {
      terminal.press(key);
      await strike(terminal, [[LOOK, () => true]]).catch(() => undefined);
    }
    await terminal.exit;
    const again = openTerminal({
      command: name,
      args: multiplexer.attach(session),
      columns: 100,
      rows: 30,
      env: { LANG: 'nl_NL.UTF-8', STY: undefined },
    });
    await again.waitFor('Afgekeurd 7');
    await again.waitFor(() => again.screen()[2] === '─'.repeat(100));
    again.resize(80, 24);
    await again.waitFor(() => again.text() === recorded('6-preview'));
    spawnSync(name, multiplexer.end(session));
    await again.exit;
    await expect.poll(async () => (await runsOf(terminal.database)).map(({ status }) => status)).toEqual(['planned']);
    expect(await exportedDirectory(terminal.database)).toBe(before);
    await strike(startWizard({ place: terminal }), [
      ['', 'Wacht op jou'],
      ['', /plan 1 +T12345AA/u],
    ]);
  });
});
