/** The guards of a plan, by what it does and what was raised. */
import { isCheckNamed } from '../checks.js';
import { IDENTITY_FIELDS, type IdentityField } from '../fields.js';
import { judged, type Guard } from './guard.js';
import { blocksAbsent, lostUnmapped, usersLosing, type GuardCounts } from './guardCounts.js';
import { freezeName, withGuards, type GuardSettings } from './guardSettings.js';
import { LIMITED_GUARDS, limited } from './limits.js';
import { shrunk } from './wholeFile.js';

/** The first setting wins: flags, then a definition's, then the environment's. */
export function evaluateGuards(counts: GuardCounts, ...settings: readonly GuardSettings[]): readonly Guard[] {
  const merged = [...settings].reverse().reduce(withGuards, {});
  return [
    emptyCodes(counts, merged.acceptEmptyCode === true),
    unmappedIdentity(counts, merged.allowClear ?? []),
    ...LIMITED_GUARDS.filter(({ onlyWhere }) => onlyWhere?.(counts) !== false).map((guard) =>
      limited(guard, counts, merged[guard.setting]),
    ),
    ...(blocksAbsent(counts) ? [shrunk(counts, merged.acceptShrunk === true)] : []),
    ...checked(counts, merged.acceptChecks ?? []),
  ];
}

/** The settings that raise guards to what they count, and no further. */
export function raisingSettings(guards: readonly Guard[], counts: GuardCounts): GuardSettings {
  const checks = guards.flatMap(({ check }) => (check === undefined ? [] : [check]));
  const freezes = guards.flatMap(({ guard, environment, limit }) =>
    guard === 'freeze' && environment !== undefined ? [freezeName(environment, String(limit))] : [],
  );
  const raised = guards.map(({ guard, count }): GuardSettings => {
    if (guard === 'empty-code') return { acceptEmptyCode: true };
    if (guard === 'unmapped-identity') return { allowClear: lostUnmapped(counts) };
    if (guard === 'shrunk') return { acceptShrunk: true };
    const setting = LIMITED_GUARDS.find((limit) => limit.guard === guard)?.setting;
    return setting === undefined ? {} : { [setting]: count };
  });
  const named = { ...(checks.length > 0 && { acceptChecks: checks }), ...(freezes.length > 0 && { freezes }) };
  return Object.assign({}, ...raised, named) as GuardSettings;
}

function emptyCodes({ emptyCodes: count }: GuardCounts, accepted: boolean): Guard {
  return judged('empty-code', count, accepted ? count : 0, accepted ? 'accepted' : 0);
}

function unmappedIdentity(
  { cleared, importedIdentity: imported }: GuardCounts,
  allow: readonly IdentityField[],
): Guard {
  const unmapped = IDENTITY_FIELDS.filter((field) => !imported.includes(field));
  const count = usersLosing(cleared, unmapped);
  const refused = usersLosing(
    cleared,
    unmapped.filter((field) => !allow.includes(field)),
  );
  return judged('unmapped-identity', count, count - refused, allow.length > 0 ? allow.join(',') : 0);
}

/** A guard for each check that is one. */
function checked({ checks = [] }: GuardCounts, accepted: readonly string[]): readonly Guard[] {
  return checks
    .filter(({ then }) => then === 'guard')
    .map(({ name, rows }) => {
      const isAccepted = accepted.some((other) => isCheckNamed(name)({ name: other }));
      return { ...judged('check', rows, isAccepted ? rows : 0, isAccepted ? 'accepted' : 0), check: name };
    });
}
