/** `="12345.BBA"`: a formula that is nothing but a text, as programs write it so that Excel keeps the text as it is. */
const WRAPPED = /^\s*="((?:[^"]|"")*)"\s*$/u;

/** The inner text of a cell that is wrapped as a whole; any other cell as it is. */
export function unwrapped(cell: string): string {
  if (!cell.includes('="')) return cell;
  return WRAPPED.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
}

const WRAPPED_FROM = / *="(?:[^"]|"")*"/uy;

/**
 * Takes the `=` from unquoted cells `="Bos; Nel"`, so that a delimiter within does not cut them. `text`
 * begins with a record; of one that goes on behind it (not `last`), the last cell is left as it is.
 */
export function unwrapBeforeCut(text: string, delimiter: string, last: boolean): string {
  if (!text.includes('="')) return text;
  let result = '';
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    WRAPPED_FROM.lastIndex = at;
    const wrapped = WRAPPED_FROM.exec(text)?.[0];
    const end = wrapped === undefined ? -1 : at + wrapped.length;
    if (wrapped !== undefined && (end === text.length ? last : text[end] === delimiter || text[end] === '\n')) {
      result += text.slice(copied, at);
      copied = text.indexOf('=', at) + 1;
      at = end + 1;
    } else at = nextCell(text, at, delimiter);
  }
  return result + text.slice(copied);
}

/** Where the cell behind the one that starts here starts; quoted cells are passed over as a whole. */
function nextCell(text: string, start: number, delimiter: string): number {
  let at = start;
  if (text[at] === '"') {
    do at = text.indexOf('"', at + 1) + 1;
    while (at > 0 && text[at] === '"');
    if (at === 0) return text.length;
  }
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
  return at + 1;
}
