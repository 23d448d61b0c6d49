/** Gives the terminal back to the shell for a while, and takes it again: what Ink sets once, and a shell sets otherwise. */
import { CSI } from './style.js';

const ALTERNATE_SCREEN = 1049;
const BRACKETED_PASTE = 2004;
const CURSOR = 25;

const on = (mode: number): string => `${CSI}?${mode}h`;
const off = (mode: number): string => `${CSI}?${mode}l`;

export interface TerminalHold {
  /** The main screen with its cursor, and a keyboard that works as the shell's does. */
  giveBack(): void;
  /** As the wizard wants it, whatever was done to it meanwhile; what is on the screen is not known then. */
  takeAgain(): void;
}

export interface HeldTerminal {
  readonly stdin: Pick<NodeJS.ReadStream, 'setRawMode'>;
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
  /** False for a flow of text, which stays on the main screen and keeps its cursor. */
  readonly ownScreen: boolean;
}

export function holdTerminal({ stdin, stdout, ownScreen }: HeldTerminal): TerminalHold {
  return {
    giveBack() {
      stdout.write(off(BRACKETED_PASTE) + (ownScreen ? `${CSI}m${off(ALTERNATE_SCREEN)}${on(CURSOR)}` : ''));
      stdin.setRawMode(false);
    },
    takeAgain() {
      // Off first: Node sets nothing where it believes that it is on. In the background the kernel stops us here
      // once more, before anything is drawn over the shell.
      stdin.setRawMode(false);
      stdin.setRawMode(true);
      stdout.write((ownScreen ? on(ALTERNATE_SCREEN) + off(CURSOR) : '') + on(BRACKETED_PASTE));
    },
  };
}
