/** What an environment never allows, whatever a file says (docs/rules.md, *What an environment never allows*). */

/** What goes through in days on which nothing else is changed. */
export const FREEZE_EXCEPTIONS = ['creates'] as const;
export type FreezeException = (typeof FREEZE_EXCEPTIONS)[number];

export interface EnvironmentRules {
  /** A filter over users, as it was written: those whom it finds are protected. Null protects nobody. */
  readonly protect: string | null;
  /** How many active users may have access to Profit. */
  readonly licences: number | null;
  /** The days, both included, on which nothing is changed: `2026-12-19..2027-01-04`. */
  readonly freeze: string | null;
  readonly freezeAllow: FreezeException | null;
  /** An IANA name: where the days begin and end; null for where the program runs. */
  readonly timeZone: string | null;
  /** Nothing is applied there without a reason. */
  readonly requireReason: boolean;
}

export const NO_RULES: EnvironmentRules = {
  protect: null,
  licences: null,
  freeze: null,
  freezeAllow: null,
  timeZone: null,
  requireReason: false,
};

export const ENVIRONMENT_RULES = Object.keys(NO_RULES) as readonly (keyof EnvironmentRules)[];

/** Those of an environment; of one that has none set, that nothing is asked. */
export function rulesOf({ rules }: { readonly rules?: EnvironmentRules }): EnvironmentRules {
  return rules ?? NO_RULES;
}

/** Reads how many there may or must be, none included; undefined for anything else. */
export function readCount(text: string): number | undefined {
  return /^\d{1,9}$/u.test(text.trim()) ? Number(text) : undefined;
}

/** Days, both included, each `2026-12-19`, which compare as texts. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** Reads a period as an administrator writes it: `2026-12-19..2027-01-04`, or one day; undefined for anything else. */
export function readPeriod(text: string): Period | undefined {
  const [, first, last = first] = /^(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?$/u.exec(text.trim()) ?? [];
  if (first === undefined || last === undefined || !isDay(first) || !isDay(last) || last < first) return undefined;
  return { first, last };
}

export function writePeriod({ first, last }: Period): string {
  return `${first}..${last}`;
}

/** Reads days as they are kept: `2026-12-19..2026-12-19` of one of them; undefined for what are none. */
export function readFreeze(text: string): string | undefined {
  const days = readPeriod(text);
  return days && writePeriod(days);
}

/** Not the 30th of February. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day that it is somewhere, `2026-12-19`; in no zone of its own, where the program runs. */
function dayIn(timeZone: string | null, at: Date): string {
  const { year, month, day } = Object.fromEntries(
    new Intl.DateTimeFormat('en', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      ...(timeZone !== null && { timeZone }),
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${year}-${month}-${day}`;
}

/** Whether there is a time zone of this name, and how it is written; undefined where there is none. */
export function timeZoneNamed(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** The days on which nothing is changed in an environment; undefined where there are none. */
export function freezeOf({ freeze }: Pick<EnvironmentRules, 'freeze'>): Period | undefined {
  return freeze === null ? undefined : readPeriod(freeze);
}

/** The same, where this moment is on one of them. */
export function frozenOn(rules: EnvironmentRules, at: Date): Period | undefined {
  const days = freezeOf(rules);
  if (!days) return undefined;
  const today = dayIn(rules.timeZone, at);
  return days.first <= today && today <= days.last ? days : undefined;
}

/** Whether rules let something through that those before did not. */
export function isLooser(old: EnvironmentRules, wanted: EnvironmentRules, at: Date): boolean {
  // Which users another filter finds is another matter every day.
  if (old.protect !== null && wanted.protect !== old.protect) return true;
  if (old.licences !== null && (wanted.licences === null || wanted.licences > old.licences)) return true;
  if (old.requireReason && !wanted.requireReason) return true;
  return thaws(old, wanted, at);
}

/** A day of a freeze that is not over is free, or something may be done on it. */
function thaws(old: EnvironmentRules, wanted: EnvironmentRules, at: Date): boolean {
  const before = freezeOf(old);
  if (!before || before.last < dayIn(old.timeZone, at)) return false;
  const after = freezeOf(wanted);
  if (!after || wanted.timeZone !== old.timeZone) return true;
  const today = dayIn(old.timeZone, at);
  const from = before.first < today ? today : before.first;
  return after.first > from || after.last < before.last || (wanted.freezeAllow !== null && old.freezeAllow === null);
}
