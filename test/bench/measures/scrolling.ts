import { readFile } from 'node:fs/promises';
import type { TestTerminal } from '../../terminal/harness.js';
import { against, megabytes, type Figure } from '../figures.js';
import { rowUnderCursor } from './keys.js';

/** Pages that are asked for at once, as by somebody who keeps the key down. */
const BURST = Array<string>(10).fill('pagedown');

/** From the first to the last row, a page at a time: the peak of memory against that after a tenth of the way. */
export async function memoryWhileScrolling(terminal: TestTerminal, rows: number): Promise<Figure> {
  let early: number | undefined;
  for (let at = rowUnderCursor(terminal) ?? 0; at <= rows;) {
    terminal.press(...BURST);
    const before = at;
    await terminal.waitFor(() => (at = rowUnderCursor(terminal) ?? before) !== before);
    await terminal.settled(20);
    at = rowUnderCursor(terminal) ?? at;
    if (at > rows / 10) early ??= await peakOf(terminal.pid);
  }
  const floor = { name: 'after a tenth of the way', value: early ?? NaN };
  return against('peak memory while scrolling to the last row', await peakOf(terminal.pid), floor, 1.2, megabytes);
}

/** Where the system tells (Linux): in bytes. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB/mu.exec(status)?.[1] ?? NaN) * 1024;
}
