/** Another list in the preview: the next tab, another order, the rows that hold a text. */
import type { TestTerminal } from '../../terminal/harness.js';
import { atMost, milliseconds, type Figure } from '../figures.js';

/** Longer than any of it should take: what is waited for is the last byte before. */
const QUIET = 400;
const LIMIT = 50;

/** The slowest of each, from a key to the last byte of the list that it asks for. */
export async function otherLists(terminal: TestTerminal): Promise<Figure[]> {
  const pressed = async (...keys: readonly string[]): Promise<number[]> => {
    const times: number[] = [];
    for (const key of keys) {
      const { received } = terminal;
      const started = performance.now();
      terminal.press(key);
      await terminal.waitFor(() => terminal.received > received);
      await terminal.settled(QUIET);
      times.push(terminal.lastReceived - started);
    }
    return times;
  };
  const slowest = (name: string, times: readonly number[]): Figure =>
    atMost(`${name}, the slowest of ${times.length}`, Math.max(...times), LIMIT, milliseconds);
  const tabs = await pressed('tab', 'left', 'tab', 'tab', 'left', 'left');
  // By user, by outcome, with the worst problems first, and as in the file.
  const sorts = await pressed('s', 's', 's', 's', 'S', 'S');
  const searches: number[] = [];
  for (const text of ['visser', 'jansen', 'u4321']) {
    await pressed('/');
    await pressed(...text);
    searches.push(...(await pressed('enter')));
  }
  return [slowest('another tab', tabs), slowest('another order', sorts), slowest('a search', searches)];
}
