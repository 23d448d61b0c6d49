/** A text file as a reader sees it who knows nothing of this program: decoded, cut at line ends and delimiters. */

/** The rows of a file; a row in which quotes do not pair is empty, as nobody can tell its cells. */
export function naiveRows(bytes: Buffer, delimiter = ';'): string[][] {
  const text = naiveText(bytes);
  return text.split(/\r\n|\r|\n/u).map((line) => (line.split('"').length % 2 === 1 ? naiveCells(line, delimiter) : []));
}

/** UTF-8 where it is, Windows-1252 where it is not. */
function naiveText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function naiveCells(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const mark of line) {
    if (mark === '"') quoted = !quoted;
    if (mark === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += mark;
  }
  cells.push(cell);
  return cells.map((text) => (/^"(?:[^"]|"")*"$/u.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text));
}
