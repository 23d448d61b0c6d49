/** Values of arguments and flags: read, or refused in one sentence. */
import { readReasonText, REASON_MAX } from '../../application/readReason.js';
import { UserError } from '../../application/userError.js';
import { IDENTITY_FIELDS, isIdentityField, type IdentityField } from '../../domain/fields.js';
import { readLimit } from '../../domain/guards/limits.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import type { ParsedArgs } from './parsedArgs.js';
import type { Flag } from './flagTypes.js';
import {
  ACCEPT_CHECK,
  ACCEPT_EMPTY_CODE,
  ACCEPT_SHRUNK_FILE,
  ALLOW_CLEAR,
  DURING_FREEZE,
  LIMITS,
  REASON,
} from './flags.js';

const LARGEST = 2 ** 31 - 1;

/** The number of a run, as `history` shows it. */
export function readRun(text: string): number {
  const run = wholeNumber(text);
  if (run === undefined) throw new UserError('wrongUse', 'usage.runNumber', { value: text });
  return run;
}

/** A whole number from 1 on, in a flag. */
export function readNumber(flag: Flag, text: string): number {
  const number = wholeNumber(text);
  if (number === undefined) throw new UserError('wrongUse', 'usage.number', { flag: `--${flag.name}`, value: text });
  return number;
}

/** More rows than a file can have. */
const MOST_ROWS = 1_100_000;

/** Row numbers: `12`, `12,15`, `5-9`, or the flag given more than once. */
export function readRows(flag: Flag, texts: readonly string[]): readonly number[] {
  const rows = texts.flatMap((text) =>
    text.split(',').flatMap((part) => {
      const [first, last = first, ...more] = part.split('-').map((end) => wholeNumber(end.trim()));
      if (first === undefined || last === undefined || more.length > 0 || last < first || last - first > MOST_ROWS)
        throw new UserError('wrongUse', 'usage.rowNumbers', { flag: `--${flag.name}`, value: text });
      return Array.from({ length: last - first + 1 }, (_, at) => first + at);
    }),
  );
  return [...new Set(rows)];
}

/** Days: `90d` or `90`. */
export function readDays(flag: Flag, text: string): number {
  const days = wholeNumber(text.replace(/d$/u, ''));
  if (days === undefined || days > 36_500)
    throw new UserError('wrongUse', 'usage.days', { flag: `--${flag.name}`, value: text });
  return days;
}

/** A moment: an ISO date or time (of here without a zone), or so long ago: `7d`, `12h`. Answers ISO 8601, UTC. */
export function readMoment(flag: Flag, text: string, now: Date): string {
  const ago = /^([1-9]\d{0,4})([dh])$/u.exec(text);
  if (ago) return new Date(now.getTime() - Number(ago[1]) * (ago[2] === 'd' ? 24 : 1) * 3_600_000).toISOString();
  const isDay = /^\d{4}-\d\d-\d\d$/u.test(text);
  const moment = /^\d{4}-\d\d-\d\d/u.test(text) ? new Date(isDay ? `${text}T00:00` : text) : new Date(NaN);
  if (Number.isNaN(moment.getTime()))
    throw new UserError('wrongUse', 'usage.moment', { flag: `--${flag.name}`, value: text });
  return moment.toISOString();
}

/** How old something may be: `3d`, `12h`; in milliseconds. */
export function readAge(flag: Flag, text: string): number {
  const [, count = '', unit] = /^([1-9]\d{0,4})([dh])$/u.exec(text) ?? [];
  if (unit === undefined) throw new UserError('wrongUse', 'usage.age', { flag: `--${flag.name}`, value: text });
  return Number(count) * (unit === 'd' ? 24 : 1) * 3_600_000;
}

function wholeNumber(text: string): number | undefined {
  if (!/^[1-9]\d*$/u.test(text)) return undefined;
  const number = Number(text);
  return number <= LARGEST ? number : undefined;
}

/** Throws `UserError` where two flags were given of which only one can be meant. */
export function refuseBoth(args: ParsedArgs, one: Flag, other: Flag): void {
  if (args.has(one) && args.has(other))
    throw new UserError('wrongUse', 'usage.flagsClash', { one: `--${one.name}`, other: `--${other.name}` });
}

/** Why something is done, as whoever does it says; undefined where that was not said. */
export function readReason(args: ParsedArgs): string | undefined {
  const text = args.text(REASON);
  if (text === undefined) return undefined;
  const reason = readReasonText(text);
  if (reason === undefined) throw new UserError('wrongUse', 'usage.reason', { max: REASON_MAX });
  return reason;
}

/** Guards that are raised on purpose. */
export function readGuards(args: ParsedArgs): GuardSettings {
  const guards: { -readonly [Key in keyof GuardSettings]: GuardSettings[Key] } = { ...readLimits(args) };
  if (args.has(ACCEPT_EMPTY_CODE)) guards.acceptEmptyCode = true;
  if (args.has(ACCEPT_SHRUNK_FILE)) guards.acceptShrunk = true;
  if (args.has(DURING_FREEZE)) guards.duringFreeze = true;
  const checks = args.list(ACCEPT_CHECK);
  if (checks.length > 0) guards.acceptChecks = checks;
  const clear = args.text(ALLOW_CLEAR);
  if (clear !== undefined) guards.allowClear = readIdentityFields(clear);
  return guards;
}

/** The guards that are a limit: also an environment's defaults. */
export function readLimits(args: ParsedArgs): GuardSettings {
  return Object.fromEntries(
    LIMITS.flatMap(({ flag, setting, highest }) => {
      const text = args.text(flag);
      if (text === undefined) return [];
      const limit = readLimit(text, highest);
      if (limit === undefined) throw new UserError('wrongUse', 'usage.limit', { flag: `--${flag.name}`, value: text });
      return [[setting, limit] as const];
    }),
  );
}

function readIdentityFields(text: string): readonly IdentityField[] {
  return text.split(',').map((part) => {
    const field = part.trim();
    if (!isIdentityField(field)) {
      throw new UserError('wrongUse', 'usage.identityFields', {
        flag: `--${ALLOW_CLEAR.name}`,
        value: text,
        known: IDENTITY_FIELDS.join(', '),
      });
    }
    return field;
  });
}
