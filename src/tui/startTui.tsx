/** Starts the wizard on a terminal and ends it properly: every option of Ink is here. */
import { render, type Instance } from 'ink';
import type { ReactElement } from 'react';
import { App } from './shell/App.js';
import { endLines } from './shell/endLines.js';
import { themeOf, say } from '../presentation/theme.js';
import { WizardMachine } from './shell/machine.js';
import { keysOnly } from './terminal/keysOnly.js';
import { leastOutput } from './terminal/leastOutput.js';
import { holdTerminal } from './terminal/terminalHold.js';
import type { Wizard } from './shell/wizard.js';
import { initialWizard } from './shell/update.js';
import type { Services } from './shell/effectRunner.js';
import { STEPS } from './steps/index.js';
import type { WizardEnd, WizardOptions } from './wizardOptions.js';

/** No faster than a terminal can follow, and never so slow that a key is seen late. */
const FRAMES_A_SECOND = 120;
const INTERRUPTED = 130;
const WRONG_USE = 2;

/** The wizard from its first screen to its last; answers when the terminal is as it was. */
export async function startTui(options: WizardOptions): Promise<WizardEnd> {
  const { stdin, stdout, terminal, language, signal } = options;
  const screenReader = terminal.screenReader === true;
  const theme = themeOf({ language, colour: terminal.colour, unicode: terminal.unicode, screenReader });
  if (!stdin.isTTY || !stdout.isTTY) return { lines: [say(theme, 'wizard.noTerminal')], exitStatus: WRONG_USE };
  if (signal?.aborted === true) return { lines: [], exitStatus: INTERRUPTED };

  // A screen reader reads a flow of text, of which nothing may be left out.
  const least = screenReader ? undefined : leastOutput(stdout);
  let screen: Instance | undefined;
  const now = options.now ?? ((): number => performance.now());
  const app = (): ReactElement => <App machine={machine} theme={theme} />;
  const redraw = (): void => {
    if (least?.redraw() === true) return;
    // Ink draws what it thinks is there already only after it was cleared.
    screen?.clear();
    screen?.rerender(app());
  };
  let open = (): void => undefined;
  const shown = new Promise<void>((resolve) => (open = resolve));
  const services = shown.then(options.services).then((opened): Services => ({ ...opened, now, redraw }));
  const machine = new WizardMachine(beginningOf(options), now, services);
  machine.dispatch({ kind: 'started' });
  const interrupt = (): void => machine.dispatch({ kind: 'ended', exitStatus: INTERRUPTED });
  signal?.addEventListener('abort', interrupt, { once: true });
  const hold = holdTerminal({ stdin, stdout, ownScreen: !screenReader });
  const comeBack = (): void => {
    hold.takeAgain();
    redraw();
    machine.dispatch({ kind: 'cameBack', at: now() });
  };
  // Before the first screen is there: a key that comes with it is neither echoed nor changed on its way.
  stdin.setRawMode(true);
  let endWatch: (() => void) | undefined;
  try {
    screen = render(app(), {
      stdin: keysOnly(stdin),
      stdout: least?.stdout ?? stdout,
      alternateScreen: !screenReader,
      exitOnCtrlC: false,
      patchConsole: true,
      interactive: true,
      maxFps: FRAMES_A_SECOND,
      // What is not sent again is decided by `leastOutput`, cell by cell.
      incrementalRendering: false,
      isScreenReaderEnabled: screenReader,
    });
    endWatch = options.watchStops?.(() => hold.giveBack(), comeBack);
    const left = new Promise<void>((resolve) => {
      machine.watch(() => {
        if (machine.state.end) resolve();
      });
    });
    // Opening a database takes as long as all of this: whoever waits has something to look at.
    setImmediate(open);
    // Ink ends by itself only when a screen throws: then its error is ours, as is one of opening.
    await Promise.race([services.then(() => left), left, screen.waitUntilExit()]);
  } finally {
    endWatch?.();
    signal?.removeEventListener('abort', interrupt);
    machine.dispatch({ kind: 'ended', exitStatus: INTERRUPTED });
    screen?.unmount();
    stdin.setRawMode(false);
  }
  await screen.waitUntilExit();
  const { end } = machine.state;
  return {
    lines: endLines(machine.state, theme),
    exitStatus: end?.exitStatus ?? 0,
    ...(end?.demo && { demo: true }),
  };
}

function beginningOf({ start = {}, demo, language, stdout }: WizardOptions): Wizard {
  return initialWizard({
    steps: STEPS,
    choices: { ...start, path: start.path ?? start.file?.path ?? '' },
    demo,
    language,
    size: { columns: stdout.columns, rows: stdout.rows },
  });
}
