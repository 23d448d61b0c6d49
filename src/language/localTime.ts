/**
 * Moments as people read them: ISO 8601 in UTC comes in, the day and the time of here go out, as *vandaag 08:01*. What is
 * now, and where here is, are facts of the process, as its language is.
 */
import type { Language } from './text.js';

/** What tells the time; without a zone, that of the machine (TZ). */
export interface Clock {
  readonly now: () => Date;
  readonly timeZone?: string;
}

interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `08:01`. */
  readonly time: string;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*Z$/u;
const DAY = 24 * 60 * 60 * 1000;

const DAYS: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  nl: { [-1]: 'gisteren', 0: 'vandaag', 1: 'morgen' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

const OF_THE_MACHINE: Clock = { now: () => new Date() };
let clock = OF_THE_MACHINE;
let calendar: Intl.DateTimeFormat | undefined;

/** Tells the time by another clock; without one, by that of the machine. */
export function tellTimeBy(other: Clock = OF_THE_MACHINE): void {
  clock = other;
  calendar = undefined;
}

/** `vandaag 08:01`, `12 nov 09:12`, with the year where it is another one. What is no moment stays as it is. */
export function momentText(language: Language, iso: string): string {
  if (!MOMENT.test(iso)) return iso;
  const [at, now] = [localTime(new Date(iso)), localTime(clock.now())];
  const day = DAYS[language][(midnight(at) - midnight(now)) / DAY];
  if (day !== undefined) return `${day} ${at.time}`;
  const year = at.year === now.year ? '' : ` ${at.year}`;
  return `${at.day} ${MONTHS[language][at.month - 1]}${year} ${at.time}`;
}

/** Whether a moment is longer ago than so many milliseconds. */
export function isOlderThan(iso: string, milliseconds: number): boolean {
  return clock.now().getTime() - Date.parse(iso) > milliseconds;
}

/** `2026-11-12 09:12`: for a list in which the date always counts. */
export function dateAndTime(iso: string): string {
  if (!MOMENT.test(iso)) return iso;
  const { year, month, day, time } = localTime(new Date(iso));
  const padded = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${padded(month)}-${padded(day)} ${time}`;
}

function localTime(at: Date): LocalTime {
  // The machine's own zone needs no calendar, which takes a command longer to make than all that it tells.
  if (clock.timeZone === undefined) {
    const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
    return { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate(), time };
  }
  // The names of its parts are asked for, so that no locale decides on their order.
  calendar ??= new Intl.DateTimeFormat('en', {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: clock.timeZone,
  });
  const parts = Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute } = parts;
  return { year: Number(year), month: Number(month), day: Number(day), time: `${hour}:${minute}` };
}

/** A day as a number; days of 23 and 25 hours are a day apart as well. */
function midnight({ year, month, day }: LocalTime): number {
  return Date.UTC(year, month - 1, day);
}
