/** What the number format of a cell makes of its number. */
export type NumberFormat =
  { readonly kind: 'plain' } | { readonly kind: 'date' } | { readonly kind: 'digits'; readonly length: number };

const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };

/** Formats that every workbook has without saying so (ECMA-376 part 1, 18.8.30), those of dates and times. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** The format of a style, by its id; `codes` are the formats that the workbook defines itself. */
export function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id);
  if (code === undefined) return isBuiltInDate(id) ? DATE : PLAIN;
  // Literal text, colours, locales and what only fills up are no part of what the number means.
  const meaning = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./gu, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '');
  if (/^0{2,}$/u.test(meaning)) return { kind: 'digits', length: meaning.length };
  return /[dmyhs]/iu.test(meaning.replace(/general/giu, '')) ? DATE : PLAIN;
}

const DAY = 86_400_000;

/**
 * A spreadsheet's day number as `yyyy-mm-dd`, with ` hh:mm:ss` where it holds a time, or undefined
 * where it is no date. Spreadsheets take 1900 for a leap year; days before 1 March 1900 are one off.
 */
export function dateText(days: number, from1904: boolean): string | undefined {
  const serial = from1904 ? days + 1462 : days;
  if (!(serial >= 0) || serial >= 2_958_466) return undefined;
  const corrected = serial < 60 ? serial + 1 : serial;
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round((corrected * DAY) / 1000) * 1000).toISOString();
  const time = iso.slice(11, 19);
  if (days < 1) return time;
  return time === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
