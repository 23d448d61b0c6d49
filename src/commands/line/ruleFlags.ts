/** What an environment never allows, as it is typed: read, or refused in one sentence. */
import { readFilter } from '../../application/readFilter.js';
import { UserError } from '../../application/userError.js';
import {
  readCount,
  readFreeze,
  timeZoneNamed,
  type EnvironmentRules,
  type FreezeException,
} from '../../domain/environmentRules.js';
import { refuseBoth } from './flagValues.js';
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
  const licences = readRule(args.text(LICENCES), readCount, 'usage.licences');
  const freeze = readRule(args.text(FREEZE), readFreeze, 'usage.freeze');
  const freezeAllow = args.text(FREEZE_ALLOW) as FreezeException | undefined;
  const timeZone = readRule(args.text(TIME_ZONE), timeZoneNamed, 'usage.timeZone');
  refuseBoth(args, PROTECT, UNPROTECT);
  refuseBoth(args, REQUIRE_REASON, REQUIRE_NO_REASON);
  if (protect !== undefined) readFilter(protect);
  if (freezeAllow !== undefined && freeze == null) throw new UserError('wrongUse', 'usage.freezeAllow');
  return {
    ...(protect !== undefined && { protect: protect.trim() }),
    ...(args.has(UNPROTECT) && { protect: null }),
    ...(licences !== undefined && { licences }),
    // Days that are set anew are frozen as is said now, whatever went through on those before.
    ...(freeze !== undefined && { freeze, freezeAllow: freezeAllow ?? null }),
    ...(timeZone !== undefined && { timeZone }),
    ...(args.has(REQUIRE_REASON) && { requireReason: true }),
    ...(args.has(REQUIRE_NO_REASON) && { requireReason: false }),
  };
}

/** Null for what takes the rule away; undefined where nothing was said of it. */
function readRule<Value>(
  text: string | undefined,
  read: (text: string) => Value | undefined,
  wrong: 'usage.licences' | 'usage.freeze' | 'usage.timeZone',
): Value | null | undefined {
  if (text === undefined) return undefined;
  if (text.toLowerCase() === NONE) return null;
  const value = read(text);
  if (value === undefined) throw new UserError('wrongUse', wrong, { value: text });
  return value;
}
