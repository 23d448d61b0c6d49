/** Serial numbers of a spreadsheet as dates and times. */
const DAY = 86_400_000;
/** Day 0 of the count from 1900, as it is from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/**
 * A spreadsheet's day number as `yyyy-mm-dd`, with ` hh:mm:ss` where it holds a time, or undefined
 * where it is no date. Spreadsheets take 1900 for a leap year; days before 1 March 1900 are one off.
 */
export function dateText(days: number, from1904: boolean): string | undefined {
  const serial = from1904 ? days + 1462 : days;
  if (!(serial >= 0) || serial >= 2_958_466) return undefined;
  const corrected = serial < 60 ? serial + 1 : serial;
  const iso = new Date(DAY_ZERO + Math.round((corrected * DAY) / 1000) * 1000).toISOString();
  const time = iso.slice(11, 19);
  if (days < 1) return time;
  return time === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/** The day number, from 1900, of what `dateText` wrote; undefined for another text, or a day that has none. */
export function dayNumber(text: string): number | undefined {
  const moment = momentOf(text.replace(' ', 'T'));
  if (!moment) return undefined;
  if (!moment.hasDay) return (moment.at.getTime() % DAY) / DAY;
  const serial = (moment.at.getTime() - DAY_ZERO) / DAY;
  const counted = serial < 61 ? serial - 1 : serial;
  return counted >= 1 ? counted : undefined;
}

/** An ISO 8601 date, time or both, as `dateText` writes them; undefined for a text that is none. */
export function isoDateText(text: string): string | undefined {
  const moment = momentOf(text);
  if (!moment) return undefined;
  const iso = moment.at.toISOString();
  const time = iso.slice(11, 19);
  if (!moment.hasDay) return time;
  return time === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

const TIME = String.raw`(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)`;
const ISO = new RegExp(String.raw`^(?:(\d{4}-\d\d-\d\d)(?:T${TIME})?|T?${TIME})Z?$`, 'u');

/** A time without a day is one of the first of January 1970. */
function momentOf(text: string): { readonly at: Date; readonly hasDay: boolean } | undefined {
  const [whole, day, timeOfDay, time] = ISO.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const at = new Date(`${day ?? '1970-01-01'}T${timeOfDay ?? time ?? '00:00'}Z`);
  if (Number.isNaN(at.getTime())) return undefined;
  // 30 February becomes 2 March.
  if (day !== undefined && !at.toISOString().startsWith(day)) return undefined;
  return { at, hasDay: day !== undefined };
}
