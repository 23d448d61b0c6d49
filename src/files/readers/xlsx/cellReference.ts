/** References such as `B7` as column and row. */
const A = 0x41;
const Z = 0x5a;

/** The row (from 1) and the column (from 0) of a reference such as `B12`; undefined for another text. */
export function cellPlace(reference: string): { readonly row: number; readonly column: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < A || letter > Z) break;
    column = column * 26 + letter - A + 1;
  }
  let row = 0;
  for (let next = at; next < reference.length; next++) {
    const digit = reference.charCodeAt(next) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  return column > 0 && row > 0 ? { row, column: column - 1 } : undefined;
}

/** The reference of a cell, such as `B12`. */
export function cellReference(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(A + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
