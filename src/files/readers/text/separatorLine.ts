/** Excel's own first line that names the delimiter, as it is and as a program that knows nothing of it saves it again. */
const SEPARATOR_LINE = /^[ \t]*"?sep=(.)"?([ ;,|\t]*)(?:\n|$)/iu;

/** The delimiter that a first line `sep=;` names; none where it was saved again with another one behind it. */
export function namedDelimiter(text: string): string | undefined {
  const [, named, behind = ''] = SEPARATOR_LINE.exec(text) ?? [];
  const other = behind.trim() || behind.replaceAll(' ', '');
  return other === '' || other[0] === named ? named : undefined;
}

/** A text without that line: a spreadsheet does not show it as a row. */
export function withoutSeparatorLine(text: string): string {
  return text.replace(SEPARATOR_LINE, '');
}

/** Whether enough of a text is there to tell whether it has that line. */
export function hasFirstLine(text: string): boolean {
  return text.includes('\n') || text.length > 1_000;
}
