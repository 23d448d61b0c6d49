/** A screen as one text that can be compared. */
import type { Cell, TestTerminal } from './harness.js';

/** The screen with its styles; moments are as long, but not the same. */
export function picture(terminal: TestTerminal): string {
  const lines = terminal.cells().map((row) => {
    const text = row.map((cell) => cell.text).join('');
    const styles = row.map(styleOf);
    const changes = styles.flatMap((style, column) => (style === styles[column - 1] ? [] : [`${column} ${style}`]));
    return `${text.replace(/(?:vandaag|gisteren) \d\d:\d\d/gu, 'vandaag 09:00')}| ${changes.join(', ')}`;
  });
  return lines.join('\n');
}

function styleOf({ foreground, background, inverse, bold, dim, underline }: Cell): string {
  return JSON.stringify([foreground, background, inverse, bold, dim, underline].map((style) => style || 0));
}
