/** What an environment never allows, as it is typed: read, or refused in one sentence. */
import { readFilter } from '../../application/readFilter.js';
import { UserError } from '../../application/userError.js';
import {
  readCount,
  readDays,
  timeZoneNamed,
  writeDays,
  type EnvironmentRules,
  type FreezeException,
} from '../../domain/environmentRules.js';
import type { ParsedArgs } from './parsedArgs.js';
import {
  FREEZE,
  FREEZE_ALLOW,
  LICENCES,
  PROTECT,
  REQUIRE_NO_REASON,
  REQUIRE_REASON,
  TIME_ZONE,
  UNPROTECT,
} from './flags.js';

/** What takes a rule away. */
const NONE = 'none';

/** The rules that were given, and no others; throws `UserError` for what says nothing, or two things. */
export function readRules(args: ParsedArgs): Partial<EnvironmentRules> {
  const protect = args.text(PROTECT);
  const licences = args.text(LICENCES);
  const freeze = args.text(FREEZE);
  const freezeAllow = args.text(FREEZE_ALLOW) as FreezeException | undefined;
  const timeZone = args.text(TIME_ZONE);
  if (protect !== undefined && args.has(UNPROTECT)) throw either(PROTECT.name, UNPROTECT.name);
  if (args.has(REQUIRE_REASON) && args.has(REQUIRE_NO_REASON))
    throw either(REQUIRE_REASON.name, REQUIRE_NO_REASON.name);
  if (protect !== undefined) readFilter(protect);
  if (freezeAllow !== undefined && (freeze === undefined || freeze === NONE))
    throw new UserError('wrongUse', 'usage.freezeAllow');
  return {
    ...(protect !== undefined && { protect: protect.trim() }),
    ...(args.has(UNPROTECT) && { protect: null }),
    ...(licences !== undefined && { licences: readLicences(licences) }),
    // Days that are set anew are frozen as is said now, whatever went through on those before.
    ...(freeze !== undefined && { freeze: readFreeze(freeze), freezeAllow: freezeAllow ?? null }),
    ...(timeZone !== undefined && { timeZone: readTimeZone(timeZone) }),
    ...(args.has(REQUIRE_REASON) && { requireReason: true }),
    ...(args.has(REQUIRE_NO_REASON) && { requireReason: false }),
  };
}

function either(one: string, other: string): UserError {
  return new UserError('wrongUse', 'usage.eitherFlag', { one: `--${one}`, other: `--${other}` });
}

function readLicences(text: string): number | null {
  if (text.toLowerCase() === NONE) return null;
  const licences = readCount(text);
  if (licences === undefined) throw new UserError('wrongUse', 'usage.licences', { value: text });
  return licences;
}

function readFreeze(text: string): string | null {
  if (text.toLowerCase() === NONE) return null;
  const days = readDays(text);
  if (!days) throw new UserError('wrongUse', 'usage.freeze', { value: text });
  return writeDays(days);
}

function readTimeZone(text: string): string | null {
  if (text.toLowerCase() === NONE) return null;
  const zone = timeZoneNamed(text);
  if (zone === undefined) throw new UserError('wrongUse', 'usage.timeZone', { value: text });
  return zone;
}
