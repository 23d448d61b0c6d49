/** A quote with a text directly behind it, and one at the end of a cell with a text directly before it. */
const OPENS = /(?:^|[^"])"(?:"")*[^\s"]/u;
const CLOSES = /[^\s"]"(?:"")*\s*$/u;

/**
 * Whether a quote opens in one cell of a row and closes in another, so that the delimiter between them
 * may have been text: `Bakker"Bea;Bos"`. `source` is the text that the row was cut from: quotes that are
 * doubled there belong to their own cell. A lone quote is no damage: `5" scherm`.
 */
export function hasCrossingQuote(cells: readonly string[], delimiter: string, source: string): boolean {
  let opened: string | undefined;
  for (const cell of cells) {
    if (!cell.includes('"') || cell.split('"').length % 2 === 1) continue;
    if (opened !== undefined && CLOSES.test(cell) && standsBare(cell, delimiter, source)) return true;
    if (OPENS.test(cell) && standsBare(cell, delimiter, source)) opened = cell;
  }
  return false;
}

/**
 * Whether a quoted cell took rows along: its lines have the delimiters of the end of one row, of whole
 * rows, and of the start of another, whose first cell looks like that of the row itself.
 */
export function hasSwallowedRows(cells: readonly string[], delimiter: string): boolean {
  return cells.some((cell, index) => {
    if (cells.length < 2 || !cell.includes('\n')) return false;
    const lines = cell.split('\n').map((line) => line.split(delimiter));
    const first = lines[0] ?? [];
    const last = lines.at(-1) ?? [];
    const firstCell = index === 0 ? first[0] : cells[0];
    return (
      first.length === cells.length - index &&
      last.length === index + 1 &&
      lookOf(last[0]) !== '' &&
      lookOf(last[0]) === lookOf(firstCell) &&
      lines.slice(1, -1).every(({ length }) => length === cells.length)
    );
  });
}

/** Which kinds of characters a text has, in their order: `12345.BBA` is `9.a`. */
function lookOf(text = ''): string {
  return text
    .trim()
    .replaceAll(/\p{L}+/gu, 'a')
    .replaceAll(/\d+/gu, '9');
}

/** ` "Bakker; Bea" `: quoted, with blanks between the delimiter and the quote, which end the quoting for spreadsheets. */
export function withoutOuterBlanks(cell: string, delimiter: string, source: string): string {
  const inner = /^[ \t]+"((?:[^"]|"")*)"\s*$/u.exec(cell)?.[1];
  if (inner === undefined) return cell;
  return standsBare(cell, delimiter, source) ? inner.replaceAll('""', '"') : cell;
}

/** Whether a text has a cell letter for letter, from one delimiter or line end to the next. */
function standsBare(cell: string, delimiter: string, source: string): boolean {
  const isEdge = (character: string | undefined): boolean =>
    character === undefined || character === delimiter || character === '\n';
  for (let at = source.indexOf(cell); at >= 0; at = source.indexOf(cell, at + 1)) {
    if (isEdge(source[at - 1]) && isEdge(source[at + cell.length])) return true;
  }
  return false;
}
