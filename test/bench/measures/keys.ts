/** Keys in the preview, and when the screen has followed. */
import type { TestTerminal } from '../../terminal/harness.js';

/** The number of the row that the cursor is on, once that row is shown with its values. */
export function rowUnderCursor(terminal: TestTerminal): number | undefined {
  for (const line of terminal.screen()) {
    const match = /^[▸>]\s+(\d+)\s+[^\s…]/u.exec(line);
    if (match) return Number(match[1]);
  }
  return undefined;
}

export interface Step {
  /** Until the last byte of a screen on which the row under the cursor is another one; in milliseconds. */
  readonly took: number;
  /** Bytes, until it is quiet again. */
  readonly sent: number;
}

export async function pressAndWait(terminal: TestTerminal, key: string): Promise<Step> {
  const before = rowUnderCursor(terminal);
  const received = terminal.received;
  const started = performance.now();
  terminal.press(key);
  await terminal.waitFor(() => {
    const now = rowUnderCursor(terminal);
    return now !== undefined && now !== before;
  });
  await terminal.settled(40);
  return { took: terminal.lastReceived - started, sent: terminal.received - received };
}
