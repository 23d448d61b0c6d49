import { openTerminal } from '../../terminal/harness.js';
import { median } from '../figures.js';
import { isInstalled } from '../floors/shells.js';

const KEYS = 60;

/** From a key to the first byte, in milliseconds. */
export interface Peer {
  readonly median: number;
  readonly slowest: number;
}

/** The peer, where it is installed: from a key to its first answer, in the same file. */
export async function visidata(file: string, size: { columns: number; rows: number }): Promise<Peer | undefined> {
  if (!isInstalled('vd')) return undefined;
  const terminal = openTerminal({ command: 'vd', args: ['--delimiter=;', '--filetype=csv', file], ...size });
  try {
    await terminal.waitFor('100000 rows', 60_000);
    await terminal.settled(1500, 60_000);
    const times: number[] = [];
    for (let time = 0; time < KEYS; time++) {
      const before = terminal.received;
      const started = performance.now();
      terminal.press('j');
      await terminal.waitFor(() => terminal.received > before);
      times.push(terminal.lastReceived - started);
      await terminal.settled(100);
    }
    return { median: median(times), slowest: Math.max(...times) };
  } finally {
    await terminal.close();
  }
}
